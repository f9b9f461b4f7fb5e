/** Every address of the site. Links are calls, so that a renamed address fails the type check, not the visitor. */
export const paths = {
	home: () => "/",
	guide: () => "/guide",
	people: (area?: string) => (area ? `/people/${area}` : "/people"),
	directory: (area: string) => `/directory/${area}`,
	service: (area: string, id: string) => `/directory/${area}/services/${id}`,
	chooseArea: () => "/directory",
	stages: (young = false) => (young ? "/young-people/stages" : "/stages"),
	stage: (id: string, young = false) => `${young ? "/young-people" : ""}/stages/${id}`,
	answers: (young = false) => (young ? "/young-people/answers" : "/answers"),
	answer: (id: string) => `/answers/${id}`,
	glossary: () => "/glossary",
	term: (id: string) => `/glossary#${id}`,
	helplines: () => "/helplines",
	page: (id: string) => `/about/${id}`,
	exit: () => "/exit",
	asset: (name: "site.css" | "site.js") => `/assets/${name}`,
} as const;

/** Where somebody is taken who leaves in a hurry: a page that anyone might look at. */
export const HARMLESS_SITE = "https://www.bbc.co.uk/weather";
