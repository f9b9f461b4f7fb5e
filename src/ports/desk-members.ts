import type { AuditEntry } from "#domain/desk/audit-entry.ts";
import type { Role, RolesByArea } from "#domain/desk/roles.ts";

export type DeskMember = {
	/** Issuer and subject with a space between, or an e-mail address. */
	readonly member: string;
	readonly role: Role;
	readonly givenBy: string;
	readonly givenAt: Date;
};

/** Roles that were given at the desk itself, besides those of the identity provider's claims. */
export type DeskMembers = {
	/** The roles given to any of these names, in every area. */
	readonly rolesOf: (names: readonly string[]) => Promise<RolesByArea>;
	readonly list: (area: string) => Promise<readonly DeskMember[]>;
	/** False where the person had the role. The entry is written in the same transaction, and only where something changed. */
	readonly give: (area: string, member: DeskMember, entry: AuditEntry) => Promise<boolean>;
	/** False where the person did not have the role. The same of the entry. */
	readonly take: (area: string, member: string, role: Role, entry: AuditEntry) => Promise<boolean>;
};
