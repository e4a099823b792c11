// WCAG 2.2, every criterion of levels A and AA: what shows that the widget meets it. `tests` are files of this folder and
// what the names of the tests begin or go on with; `read` is what a person judged by reading the markup and the code, and
// what does not hold. Nobody has tried it with assistive technology yet, and no row says so.

const CASES = "cases.test.js: has no fault that axe finds";
const SECOND = "second-checker.test.js: the second checker finds no fault";
const TREE = "aria.test.js: the accessibility tree is as it was read";
const LEVELS = "aria.test.js: three levels, answer, series and point";
const HOSTED = "hosting.test.js: two checkers find no fault";
const COLOURS = "colours.test.js: text stands out at 4.5 to 1";
const ERRAND = "journey.test.js: by keyboard alone";
const TAB = "keyboard.test.js: Tab walks controls";
const ARROWS = "keyboard.test.js: arrows, Home and End walk the points";
const FOX_TAB = "firefox.test.js: Tab walks what may be used";
const STILL = "modes.test.js: nothing moves";

const shown = (tests, read = "") => ({ result: "supports", tests, read });
const partly = (tests, read) => ({ result: "partially supports", tests, read });
const byReading = (read) => ({ result: "supports", tests: [], read });
const none = (read) => ({ result: "not applicable", tests: [], read });

const NO_MEDIA = "There is no sound and no film.";
const NO_FORM = "Nothing is sent: there is no form, no sign-in and no step that commits to anything.";
const THE_PAGES = "It is a matter of the page around the widget.";

/** Number, name, level, finding. */
export const CRITERIA = [
  ["1.1.1", "Non-text Content", "A", shown([CASES, SECOND, LEVELS, HOSTED], "The picture's name holds the verdict; the list over it and the table below hold each figure. Shapes in the key are hidden, as the words beside them say the same.")],
  ["1.2.1", "Audio-only and Video-only (Prerecorded)", "A", none(NO_MEDIA)],
  ["1.2.2", "Captions (Prerecorded)", "A", none(NO_MEDIA)],
  ["1.2.3", "Audio Description or Media Alternative (Prerecorded)", "A", none(NO_MEDIA)],
  ["1.2.4", "Captions (Live)", "AA", none(NO_MEDIA)],
  ["1.2.5", "Audio Description (Prerecorded)", "AA", none(NO_MEDIA)],
  ["1.3.1", "Info and Relationships", "A", shown([CASES, SECOND, TREE, LEVELS, HOSTED], "The answer is a heading of level 3 wherever it stands: a page should have one of level 2 before it.")],
  ["1.3.2", "Meaningful Sequence", "A", shown([TREE, LEVELS, TAB], "Answer, controls, key, picture, table, method, files, source.")],
  ["1.3.3", "Sensory Characteristics", "A", shown([SECOND], "Each word of place or size that the second checker asks about is answered one by one: they are said of figures.")],
  ["1.3.4", "Orientation", "AA", shown(["cases.test.js: at 320 pixels nothing but the table scrolls sideways"], "Nothing asks how the screen is held.")],
  ["1.3.5", "Identify Input Purpose", "AA", none("Nothing is asked about the reader.")],
  ["1.4.1", "Use of Color", "A", shown(["colours.test.js: without colour, each state of the key", "colours.test.js: in grey, better and worse are painted as different shapes"], "Each state of the key has a shape and a word of its own.")],
  ["1.4.2", "Audio Control", "A", none(NO_MEDIA)],
  ["1.4.3", "Contrast (Minimum)", "AA", shown([COLOURS, CASES, SECOND, "modes.test.js: in dark colours the canvas is painted anew"], "In light, dark and forced colours, with the colours as they stand one over another.")],
  ["1.4.4", "Resize Text", "AA", shown(["modes.test.js: zoomed to 400 %", "modes.test.js: with text at 200 %"], "Where a browser enlarges text alone, the text in the picture stays as it is; the answer, the list of points and the table grow.")],
  ["1.4.5", "Images of Text", "AA", byReading("The picture holds labels as a chart does, which the criterion allows. The answer and the table are text.")],
  ["1.4.10", "Reflow", "AA", shown(["cases.test.js: at 320 pixels nothing but the table scrolls sideways", "modes.test.js: zoomed to 400 %"], "A wide table scrolls within itself, which the criterion allows.")],
  ["1.4.11", "Non-text Contrast", "AA", shown([COLOURS, "modes.test.js: with forced colours the canvas uses the reader's own", ERRAND], "Bands and grid lines are paler: what they show is said by a line at their edge, a word or a figure.")],
  ["1.4.12", "Text Spacing", "AA", shown(["modes.test.js: text spacing as a reader may set it cuts nothing off"], "The labels in the picture keep their own spacing.")],
  ["1.4.13", "Content on Hover or Focus", "AA", shown([ARROWS], "A point that is pointed at is read out in a line below the picture, which covers nothing and stays.")],
  ["2.1.1", "Keyboard", "A", shown([TAB, ARROWS, ERRAND, FOX_TAB, "firefox.test.js: arrows, Home and End walk the points", "hosting.test.js: Tab comes in from the page"])],
  ["2.1.2", "No Keyboard Trap", "A", shown([TAB, "keyboard.test.js: keys that are not for the points stay the page's", FOX_TAB, "hosting.test.js: Tab comes in from the page"])],
  ["2.1.4", "Character Key Shortcuts", "A", shown(["keyboard.test.js: keys that are not for the points stay the page's"], "There are none.")],
  ["2.2.1", "Timing Adjustable", "A", byReading("There is no time limit.")],
  ["2.2.2", "Pause, Stop, Hide", "A", shown([STILL])],
  ["2.3.1", "Three Flashes or Below Threshold", "A", shown([STILL])],
  ["2.4.1", "Bypass Blocks", "A", none(`${THE_PAGES} Within the widget the points are one stop of the Tab key.`)],
  ["2.4.2", "Page Titled", "A", none(THE_PAGES)],
  ["2.4.3", "Focus Order", "A", shown([TAB, FOX_TAB, "keyboard.test.js: the parts below open and close by keyboard"])],
  ["2.4.4", "Link Purpose (In Context)", "A", shown([CASES, SECOND], "The only links are the publisher's, in the publisher's words.")],
  ["2.4.5", "Multiple Ways", "AA", none(THE_PAGES)],
  ["2.4.6", "Headings and Labels", "AA", shown([TREE, LEVELS, SECOND], "Read in the texts of the accessibility tree.")],
  ["2.4.7", "Focus Visible", "AA", shown([ERRAND, "keyboard.test.js: everything to be pressed is at least 24 pixels high and shows its focus"])],
  ["2.4.11", "Focus Not Obscured (Minimum)", "AA", shown([ERRAND], "Nothing of the widget's own lies over anything. A bar that the page keeps in view is the page's to make room for.")],
  ["2.5.1", "Pointer Gestures", "A", byReading("A press is enough for everything.")],
  ["2.5.2", "Pointer Cancellation", "A", byReading("Controls answer when the pointer is let go. A point of the picture is read out as soon as it is pointed at, and pointing elsewhere undoes it.")],
  ["2.5.3", "Label in Name", "A", shown([CASES, SECOND], "Names are the words to be seen.")],
  ["2.5.4", "Motion Actuation", "A", none("Nothing asks for a movement of the device.")],
  ["2.5.7", "Dragging Movements", "AA", byReading("Nothing is dragged. In the gallery a file may be dropped, or chosen by a button.")],
  ["2.5.8", "Target Size (Minimum)", "AA", shown(["keyboard.test.js: every control, link and part to be opened is at least 24 pixels", "keyboard.test.js: everything to be pressed is at least 24 pixels", ERRAND], "Where there are many places, the single dots of the picture are smaller than 24 pixels: the table gives each figure too, by a control that is large enough, which the criterion allows.")],
  ["3.1.1", "Language of Page", "A", shown(["modes.test.js: the words are in the language of the nearest lang"], "The widget marks its own language. That of the page is the page's.")],
  ["3.1.2", "Language of Parts", "AA", partly(["modes.test.js: the words are in the language of the nearest lang", "modes.test.js: a language that is not there yet falls back to English"], "What a publisher gives in one of two languages is marked as that; a text that is given without a language, and names in the data, are not.")],
  ["3.2.1", "On Focus", "A", shown([TAB], "Nothing happens but that a point is read out.")],
  ["3.2.2", "On Input", "A", shown(["keyboard.test.js: a change keeps the focus on its control"], "A choice changes the answer at once; the focus stays, and the new answer is said.")],
  ["3.2.3", "Consistent Navigation", "AA", none(THE_PAGES)],
  ["3.2.4", "Consistent Identification", "AA", shown([TREE], "One order of parts and one word for each, in every view.")],
  ["3.2.6", "Consistent Help", "A", none(THE_PAGES)],
  ["3.3.1", "Error Identification", "A", byReading("There is no wrong input: what is typed narrows a list, and how many fit is said.")],
  ["3.3.2", "Labels or Instructions", "A", shown([CASES, SECOND, TREE], "The list of points says in its name which keys walk it; that is not to be seen on the page.")],
  ["3.3.3", "Error Suggestion", "AA", none("There is no wrong input.")],
  ["3.3.4", "Error Prevention (Legal, Financial, Data)", "AA", none(NO_FORM)],
  ["3.3.7", "Redundant Entry", "A", none(NO_FORM)],
  ["3.3.8", "Accessible Authentication (Minimum)", "AA", none(NO_FORM)],
  ["4.1.2", "Name, Role, Value", "A", shown([CASES, SECOND, TREE, LEVELS, HOSTED, "hosting.test.js: every reference by id ends where it starts", "hosting.test.js: a screen reader is given the answer"])],
  ["4.1.3", "Status Messages", "AA", shown(["keyboard.test.js: a change keeps the focus on its control, and the live region says the new answer", "keyboard.test.js: typing narrows a long list", "firefox.test.js: another area is chosen by arrow keys"])],
];

/** What nobody has done yet, whatever the criterion. */
export const NOT_DONE = [
  "Nobody has tried it with a screen reader, a magnifier, voice control or a switch. The tests read what browsers hand to such tools, which is not the same. The steps for trying it are in accessibility.md.",
  "No disabled people have been asked to use it.",
  "Safari, Android and iOS are not tested.",
  "The gallery and the configurator are not part of this report: it is about the widget and its fallback.",
  "EN 301 549, of which WCAG is a part, is not evaluated beyond WCAG.",
];
