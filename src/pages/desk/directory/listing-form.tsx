import { placeField } from "#domain/directory/editing/listing-fields.ts";
import type { ListingNeed } from "#domain/directory/editing/listing-needs.ts";
import { WEEK_DAYS } from "#domain/directory/editing/week-hours.ts";
import { ServiceStatus } from "#domain/directory/service.ts";
import { Field, type FieldGround, Tick } from "#pages/desk/directory/field.tsx";

type ListingFormProps = {
	readonly ground: FieldGround;
	readonly needs: readonly ListingNeed[];
	/** How many places the listing has; one more may be filled in. */
	readonly places: number;
	/** Timetable lines that the form cannot show. */
	readonly keptLines: number;
};

/** Every field of a listing, in the order in which families read it. */
export function ListingForm({ ground, needs, places, keptLines }: ListingFormProps) {
	const { fields, groups, hints, statuses } = ground.words.desk_directory;
	const status = ground.values["status"];
	return (
		<>
			<fieldset>
				<legend>
					<h2>{groups.about}</h2>
				</legend>
				<Field ground={ground} name="name" label={fields.name} />
				<Field ground={ground} name="organization" label={fields.organization} />
				<Field ground={ground} name="description" label={fields.description} rows={6} />
				<Field ground={ground} name="alert" label={fields.alert} />
				<div class="field">
					<label for="status">{fields.status}</label>
					<select id="status" name="status">
						{ServiceStatus.options.map((option) => (
							<option value={option} selected={option === (status || "active")}>
								{statuses[option]}
							</option>
						))}
					</select>
				</div>
			</fieldset>
			<fieldset>
				<legend>
					<h2>{groups.contact}</h2>
				</legend>
				<Field ground={ground} name="phones" label={fields.phones} hint={hints.phones} rows={3} />
				<Field ground={ground} name="email" label={fields.email} />
				<Field ground={ground} name="url" label={fields.url} />
				<Field ground={ground} name="application_process" label={fields.application_process} rows={3} />
				<Field ground={ground} name="wait_time" label={fields.wait_time} />
			</fieldset>
			<fieldset>
				<legend>
					<h2>{groups.who}</h2>
				</legend>
				<Field ground={ground} name="eligibility_description" label={fields.eligibility_description} rows={3} />
				<Field ground={ground} name="minimum_age" label={fields.minimum_age} hint={hints.minimum_age} width="short" />
				<Field ground={ground} name="maximum_age" label={fields.maximum_age} width="short" />
				<Field ground={ground} name="languages" label={fields.languages} hint={hints.languages} />
				<Field ground={ground} name="interpretation_services" label={fields.interpretation_services} rows={2} />
				<Field ground={ground} name="fees_description" label={fields.fees_description} />
				<Tick ground={ground} name="free" label={fields.free} />
			</fieldset>
			<details class="group">
				<summary>
					<h2>{groups.needs}</h2>
				</summary>
				<div class="ticks">
					{needs.map(({ id, name }) => (
						<Tick ground={ground} name={`need_${id}`} label={name} />
					))}
				</div>
			</details>
			<fieldset>
				<legend>
					<h2>{groups.hours}</h2>
				</legend>
				<Hours ground={ground} prefix="" />
				{keptLines > 0 ? <p class="hint">{hints.kept_hours.replace("{count}", String(keptLines))}</p> : null}
			</fieldset>
			{Array.from({ length: places }, (_, n) => (
				<Place ground={ground} n={n} />
			))}
			<details class="group">
				<summary>
					<h2>{groups.more_places}</h2>
				</summary>
				<Place ground={ground} n={places} isNew />
			</details>
			<fieldset>
				<legend>
					<h2>{groups.internal}</h2>
				</legend>
				<Field ground={ground} name="notes" label={fields.notes} hint={hints.notes} rows={3} />
			</fieldset>
		</>
	);
}

function Hours({ ground, prefix }: { readonly ground: FieldGround; readonly prefix: string }) {
	const { fields, hints } = ground.words.desk_directory;
	return (
		<>
			<p class="hint">{hints.hours}</p>
			<div class="hours">
				{WEEK_DAYS.map((day) => (
					<Field ground={ground} name={`${prefix}hours_${day}`} label={fields[`hours_${day}`]} />
				))}
			</div>
			<Field ground={ground} name={`${prefix}closed_on`} label={fields.closed_on} hint={hints.closed_on} rows={3} />
			<Tick ground={ground} name={`${prefix}on_holidays`} label={fields.on_holidays} />
		</>
	);
}

type PlaceProps = { readonly ground: FieldGround; readonly n: number; readonly isNew?: boolean };

function Place({ ground, n, isNew = false }: PlaceProps) {
	const { fields, groups, hints } = ground.words.desk_directory;
	const named = (field: string) => placeField(n, field);
	return (
		<fieldset>
			<legend>
				<h2>{isNew ? groups.new_place : groups.place.replace("{number}", String(n + 1))}</h2>
			</legend>
			<input type="hidden" name={named("id")} value={ground.values[named("id")] ?? ""} />
			<Field ground={ground} name={named("name")} label={fields.name} />
			<Field ground={ground} name={named("address_1")} label={fields.address_1} />
			<Field ground={ground} name={named("address_2")} label={fields.address_2} />
			<Field ground={ground} name={named("city")} label={fields.city} />
			<Field ground={ground} name={named("postal_code")} label={fields.postal_code} width="short" />
			<Tick ground={ground} name={named("masked")} label={fields.masked} hint={hints.masked} />
			<Field ground={ground} name={named("transportation")} label={fields.transportation} rows={2} />
			<Field ground={ground} name={named("access")} label={fields.access} hint={hints.access} rows={3} />
			<details class="group">
				<summary>{groups.hours}</summary>
				<Hours ground={ground} prefix={named("")} />
			</details>
			{isNew ? null : <Tick ground={ground} name={named("remove")} label={fields.remove} />}
		</fieldset>
	);
}
