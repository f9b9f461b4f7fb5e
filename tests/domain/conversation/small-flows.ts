import { Flow } from "#domain/conversation/flow.ts";

/** Two small flows: rules that look at an earlier answer and at the reader, a step into the other flow, an urgent end. */
export const SMALL: ReadonlyMap<string, Flow> = new Map(
	[
		Flow.parse({
			id: "start",
			title: "Start",
			audiences: ["parent", "young_person"],
			start: "who",
			nodes: [
				{
					id: "who",
					ask: "Who are you?",
					options: [
						{ id: "parent", label: "A parent", next: "what", audience: "parent" },
						{ id: "young-person", label: "A young person", next: "what", audience: "young_person" },
						{ id: "hurt", label: "Not safe", next: "danger" },
						{ id: "not-sure", label: "I am not sure", next: "what" },
					],
				},
				{
					id: "what",
					ask: "What is it?",
					help: "Choose one.",
					options: [
						{ id: "meeting", label: "A meeting", next: "other/when", stage: "conference" },
						{
							id: "visit",
							label: "A visit",
							next: [{ when: { reader: ["young_person"] }, go: "young" }, { go: "adult" }],
						},
						{ id: "not-sure", label: "I am not sure", next: "adult" },
					],
				},
				{ id: "adult", outcome: { title: "Adult", answer: "adult-answer", stage: "front_door" } },
				{ id: "young", outcome: { title: "Young", answer: "young-answer" } },
				{ id: "danger", outcome: { title: "Danger", answer: "danger-answer", urgent: true } },
			],
		}),
		Flow.parse({
			id: "other",
			title: "Other",
			audiences: ["parent"],
			start: "when",
			nodes: [
				{
					id: "when",
					ask: "When is it?",
					options: [
						{
							id: "soon",
							label: "Soon",
							next: [{ when: { question: "start/who", is: ["not-sure"] }, go: "ask-us" }, { go: "soon" }],
						},
						{ id: "not-sure", label: "I am not sure", next: "ask-us" },
					],
				},
				{ id: "soon", outcome: { title: "Soon", answer: "soon-answer", stage: "review" } },
				{ id: "ask-us", outcome: { title: "Ask", stage: "conference" } },
			],
		}),
	].map((flow) => [flow.id, flow]),
);
