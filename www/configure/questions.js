// What is asked, in which order and in which words. What a key may hold is the schema's; a key without words of its own here
// is asked in the schema's.

/** Where a list of answers comes from, other than the schema. @typedef {"areas" | "area-types" | "indicators" | "periods" | "series" | "groupings" | "benchmarks"} From */

/**
 * The sections of the page. A question is a path into the config; `more` are those that most views do without. `*` stands for
 * the measure that is chosen, or for nothing where there is one only.
 */
export const SECTIONS = [
  {
    id: "learn",
    title: "What should people learn?",
    questions: [["view"]],
    more: [["views"], ["groups"], ["gap-shows"], ["gap"], ["funnel"], ["show"]],
  },
  {
    id: "places",
    title: "Which places?",
    questions: [["area"], ["peers"], ["peer-groups"], ["benchmark"]],
    more: [["area-type"], ["period"], ["indicator"], ["series"], ["order"], ["likeness"], ["not-provided"], ["spoken-names"], ["learn-from"]],
  },
  {
    id: "measures",
    title: "What do the figures say?",
    questions: ["name", "polarity", "value-type", "unit", "basis"].map((key) => ["*", key]),
    more: [["*", "multiplier"], ["*", "process"], ["breaks"], ["provisional"], ["events"], ["trend-method"], ["trend-from"]],
  },
  {
    id: "source",
    title: "Where do the figures come from?",
    questions: [["source"], ["licence"], ["next-update"], ["publisher"]],
    more: [["src"], ["neighbours"]],
  },
  {
    id: "promises",
    title: "What was promised, and by whom?",
    folded: true,
    questions: [["board"], ["priorities"]],
    more: [],
  },
  {
    id: "look",
    title: "How does it look?",
    folded: true,
    questions: [["theme"], ["lang"], ["picture"], ["address"]],
    more: [],
  },
];

/** Keys that are set elsewhere on the page, and where. */
export const ELSEWHERE = {
  columns: "beside the first rows of the file",
  indicators: "with the measures",
  overrides: "beside what was found",
  config: "in the snippet",
  today: "by the page, on each day",
  schema: "in every saved config",
};

/** The words of a question by its path, numbers and names in it as `*`: what is asked, and why. */
const WORDS = {
  view: ["What should people be able to answer?"],
  views: ["What else may they look at?", "A reader can change to these. None is needed."],
  area: ["Which place is it about?", "Readers can look at the others too."],
  peers: ["With which places is it compared?", "Places like yours say more than a list of everybody."],
  "peer-groups": ["Places you choose yourself", "Say why these: readers see your reason, and what other choices would show."],
  "peer-groups.*.codes": ["The places"],
  "peer-groups.*.reason": ["Why these?", "In a sentence, as for a neighbour. Readers see it."],
  "peer-groups.*.date": ["When were they chosen?"],
  benchmark: ["What is everyone measured against?", "Without an answer: England where the file has it, else the middle of the places."],
  "area-type": ["Which kind of place?"],
  period: ["Which period?", "Without an answer the latest, which is what most readers want."],
  indicator: ["Which measure comes first?"],
  series: ["Which group of people?"],
  order: ["In which order do the places stand?"],
  likeness: ["By which measures are places alike?", "Only where no list of neighbours is there."],
  "not-provided": ["Which places do not provide the service?", "They are left out, and readers are told."],
  "spoken-names": ["How a place is spoken of", "Such as “the Isle of Wight”, by its code."],
  "learn-from": ["What can be read of other places' work"],
  name: ["What is measured, in plain words?", "As it stands in a sentence, with its article: “the share of adults who smoke”."],
  polarity: ["Which way is better?", "Where neither is, nothing is called better or worse."],
  "value-type": ["What kind of figure is it?", "It decides how sure a figure is."],
  unit: ["In which unit?", "Such as %, years, or per 100,000 people."],
  basis: ["What do the figures rest on?", "Readers see it: a survey asks some people, counts hold everyone, a model estimates."],
  multiplier: ["Per how many people?"],
  process: ["Read as a process"],
  breaks: ["Where the way of measuring changed", "No trend is drawn or tested across it."],
  provisional: ["Which figures are not final?"],
  events: ["What happened, and when"],
  source: ["Who publishes the figures?", "Every view and every copy of it says so."],
  licence: ["Under which licence?", "Such as “Open Government Licence v3.0”."],
  "next-update": ["When are new figures due?", "In words: “autumn 2027”. A reader who comes later knows what to expect."],
  publisher: ["Who sets up this view?"],
  src: ["Where will the data file stand on your site?", "Its address, as seen from the config file; beside it, the file's name is enough."],
  neighbours: ["Where will the list of neighbours stand?"],
  board: ["The board"],
  priorities: ["The priorities", "A few, national and local as equals. They stand in your order."],
  "priorities.*.indicator": ["Which measure shows it?"],
  "priorities.*.title": ["What is it called?"],
  "priorities.*.kind": ["Whose priority is it?"],
  "priorities.*.type": ["What does the measure show?"],
  theme: ["Light or dark?"],
  lang: ["In which language?", "Without an answer: the language of the page it stands on."],
  picture: ["How is the picture made?"],
  address: ["Under which name does a reader's choice stand in the page's address?", "Only where your page takes the script for it."],
};

/** Answers in words, by the key they are for; where a key has none here its answers are the schema's. */
const ANSWERS = {
  view: {
    compare: "How are we doing, compared with places like ours?",
    trend: "Is it getting better over time?",
    process: "Did something really change, month by month?",
    funnel: "Which places stand out, given how large they are?",
    gap: "Are some groups of people worse off?",
    profile: "How are we doing on what we promised?",
  },
  polarity: { "high-is-good": "Higher is better", "low-is-good": "Lower is better", "no-judgement": "Neither is better" },
  "value-type": {
    proportion: "A share of people (%)",
    rate: "A rate, as per 100,000 people",
    ratio: "A ratio to what was expected",
    mean: "An average",
    count: "A number of people or things",
    score: "A score",
    "standardised-rate": "A rate standardised by age",
    "life-expectancy": "Years of life expected",
  },
  basis: { survey: "A survey of some people", counts: "Counts of everyone", model: "A model's estimate" },
  order: { likeness: "Most like ours first", name: "A to Z", value: "By value" },
  theme: { auto: "As the reader's device is set", light: "Light", dark: "Dark" },
  picture: { canvas: "As a canvas", svg: "As SVG, for sites that check pictures" },
  "gap-shows": { groups: "The groups side by side", gap: "The gap over time", ratio: "The ratio over time", parts: "The places inside ours" },
  "trend-method": { guidance: "As official guidance says", published: "As the public Fingertips labels are made" },
  "priorities.*.kind": { local: "Local", national: "National" },
  "priorities.*.type": {
    outcome: "An outcome: how people fare",
    output: "An output: what was done",
    process: "A process: how it was done",
    context: "Context: what surrounds it",
    resource: "A resource: money or staff",
  },
  "priorities.*.lived-experience.*.kind": { quote: "One person's words", finding: "What some of many said" },
  "board.tier": { system: "A system", place: "A place", neighbourhood: "A neighbourhood" },
  show: {
    learning: "Places to learn from",
    "peer-rules": "What other choices of peers would show",
    pairs: "Our place beside each other one",
    positions: "The range of positions we may hold",
    "false-discovery": "What would stand out by chance",
    places: "The same, wider and nearer",
  },
};

/** Where answers are names in the file, by path. @type {Record<string, From>} */
const FROM = {
  area: "areas",
  "area-type": "area-types",
  period: "periods",
  indicator: "indicators",
  series: "series",
  groups: "groupings",
  benchmark: "benchmarks",
  "not-provided.*": "areas",
  "peer-groups.*.codes.*": "areas",
  "spoken-names.@": "areas",
  "learn-from.@": "areas",
  "likeness.*": "indicators",
  "breaks.@": "periods",
  "provisional.*": "periods",
  "events.@": "periods",
  "trend-from": "periods",
  "process.rebases.@": "periods",
  "process.baseline.from": "periods",
  "process.baseline.to": "periods",
  "priorities.*.indicator": "indicators",
  "priorities.*.series": "series",
  "priorities.*.context.*": "indicators",
  "priorities.*.target.owner": "areas",
  "priorities.*.target.baseline.period": "periods",
  "board.owner": "areas",
  "board.publishers.*": "areas",
};

/** Text that takes more than a line. */
const LONG = /(reason|words|note|\.update|action|what|text|events\.\*|breaks\.\*)$/;

/** What is on unless it is said to be off. */
const ON = new Set(["process.screening"]);

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** The path as questions name it: without the measure's name before it, with `*` for places in lists and names in maps. */
export function keyOf(path, isName = () => false) {
  const own = path[0] === "indicators" ? path.slice(2) : path;
  return own.map((part, at) => (typeof part === "number" || isName(own, at) ? "*" : part)).join(".");
}

/** How a question is asked. @param {string} key @param {{description?: string}} node of the schema */
export function wordsFor(key, node) {
  const [ask, why] = WORDS[key] ?? [capital(key.split(".").filter((part) => part !== "*").at(-1).replaceAll("-", " "))];
  const said = WORDS[key] ? why : node.description?.replaceAll("`", "");
  return { ask, why: said };
}

/** The answers to a question of closed ones, each with its words; synonyms that the schema allows too are left out. */
export function answersFor(key, node) {
  const words = ANSWERS[key] ?? ANSWERS[key.split(".").at(-1)];
  const all = (node.enum ?? []).filter((answer, at, list) => list.findIndex((one) => String(one) === String(answer)) === at);
  return all.filter((answer) => !words || Object.hasOwn(words, answer)).map((answer) => [answer, words?.[answer] ?? capital(String(answer).replaceAll("-", " "))]);
}

/** Which names of the file answer a question; `@` asks for the names of a map. @returns {From | undefined} */
export const namesFor = (key) => FROM[key];
export const isLong = (key) => LONG.test(key);
export const isOn = (key) => ON.has(key);
