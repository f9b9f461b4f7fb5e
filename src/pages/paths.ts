import type { Audience } from "#domain/conversation/audience.ts";
import { neutralName, SENSITIVE_ANSWERS } from "#pages/neutral-address.ts";

/** Whose words a page is in, or whom a helpline is for. */
export type Reader = "parent" | "young_person";
export type HelplinesFor = Reader | "family";

const HELPLINES = {
	parent: "/helplines/parents",
	young_person: "/helplines/young-people",
	family: "/helplines/relatives",
} as const satisfies Record<HelplinesFor, string>;

/** Who looks for people, as the beginning of the address of their page. */
const WHO = {
	parent: "",
	young_person: "/young-people",
	family: "/relatives",
	professional: "/professionals",
} as const satisfies Record<Audience, string>;

/** Every address of the site. Links are calls, so that a renamed address fails the type check, not the visitor. */
export const paths = {
	home: () => "/",
	guide: () => "/guide",
	people: (area?: string, young = false) => `${young ? "/young-people" : ""}/people${area ? `/${area}` : ""}`,
	/** Asking an area's early help team for a call. */
	callBack: (area: string, young = false) => `${young ? "/young-people" : ""}/call-back/${area}`,
	/** What became of it, for whoever has the reference and the words. */
	callBacks: (act?: "status" | "cancel" | "erase") => (act ? `/call-backs/${act}` : "/call-backs"),
	peopleFor: (reader: Audience, area?: string) => `${WHO[reader]}/people${area ? `/${area}` : ""}`,
	directory: (area: string) => `/directory/${area}`,
	shortlist: (area: string) => `/directory/${area}/list`,
	report: (area: string, id: string) => `/directory/${area}/services/${id}/report`,
	/** A service's sessions as a calendar file. */
	calendar: (area: string, id: string) => `/api/v1/areas/${area}/services/${id}.ics`,
	service: (area: string, id: string) => `/directory/${area}/services/${id}`,
	chooseArea: () => "/directory",
	stages: (young = false) => (young ? "/young-people/stages" : "/stages"),
	stage: (id: string, young = false) => `${young ? "/young-people" : ""}/stages/${id}`,
	answers: (young = false) => (young ? "/young-people/answers" : "/answers"),
	answer: (id: string) => `/answers/${SENSITIVE_ANSWERS.has(id) ? neutralName(id) : id}`,
	glossary: () => "/glossary",
	term: (id: string) => `/glossary#${id}`,
	helplines: (reader?: HelplinesFor) => (reader ? HELPLINES[reader] : "/helplines"),
	onYourSide: () => "/helplines#on-your-side",
	dates: () => "/dates",
	datesFile: () => "/dates/dates.ics",
	sheets: () => "/sheets",
	sheet: (id: string) => `/sheets/${id}`,
	page: (id: string) => `/about/${id}`,
	helped: () => "/helped",
	/** A provider's own listing, behind the secret of a mail. */
	listing: (secret: string) => `/listing/${secret}`,
	exit: () => "/exit",
	theme: (area: string) => `/theme/${area}.css`,
	logo: (area: string, dark = false) => `/theme/${area}${dark ? "-dark" : ""}.svg`,
	embed: () => "/embed",
	asset: (name: "site.css" | "site.js") => `/assets/${name}`,
} as const;

/** Where somebody is taken who leaves in a hurry: a page that anyone might look at. */
export const HARMLESS_SITE = "https://www.bbc.co.uk/weather";
