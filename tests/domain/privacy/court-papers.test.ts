import { expect, test } from "vitest";
import { holdsCourtPapers } from "#domain/privacy/court-papers.ts";

test.each([
	"IN THE FAMILY COURT SITTING AT LEEDS Case No ZW26C00123",
	"It is ordered that the children shall live with the father",
	"Re A (Children) [2024] EWFC 12",
	"the threshold document says I hurt him",
	"the judge in my case said I was lying",
	"my final hearing is on 4 December, will i win",
	"the guardian's report says the children should stay in care",
	"the psychologist has written that I cannot change",
	"what next at court, our number is LV19P01234",
	"The first respondent mother denies this",
])("%s holds what may not be passed on", (text) => {
	expect(holdsCourtPapers(text)).toBe(true);
});

test.each([
	"what is a section 47 enquiry",
	"what happens at a final hearing",
	"does the judge decide or the social worker",
	"can I talk to the judge",
	"they want to go to court, what can I do",
	"how long do care proceedings take",
	"what does the children's guardian do",
	"I got a letter before proceedings",
	"can I see the reports before the conference",
	"my hearing is bad, can I have an interpreter",
])("%s is a question like any other", (text) => {
	expect(holdsCourtPapers(text)).toBe(false);
});
