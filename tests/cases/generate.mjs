// Writes every case beside this file: tests/cases/<name>/{case.json, config.json, data} and index.json.
//
//   node tests/cases/generate.mjs            writes them
//   node tests/cases/generate.mjs --check    writes nothing; fails when a committed file differs
//
// A case is one idea. Adding one here adds a golden, a browser run and a card of the gallery, with no further code.
// The places exist nowhere and the figures are drawn by a seeded generator, a stream of its own for each case: a new
// case changes no other. Only + - * / and square roots are used, so that every machine draws the same figures.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const SEED = 20240607;
const SOURCE = "Made-up figures for demonstration; the places exist nowhere";

// ---- chance

/** Numbers from 0 to 1 (mulberry32), from the seed and a name. */
function stream(name) {
  let state = SEED;
  for (const letter of name) state = (Math.imul(state, 31) + letter.codePointAt(0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** About normal, mean 0 and spread 1: the sum of twelve, which needs no logarithm. */
function normal(random) {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** How many of `n` have it, each with chance `p`. */
function binomial(random, n, p) {
  if (n > 20000) {
    const drawn = Math.round(n * p + normal(random) * Math.sqrt(n * p * (1 - p)));
    return Math.min(n, Math.max(0, drawn));
  }
  let count = 0;
  for (let i = 0; i < n; i++) if (random() < p) count += 1;
  return count;
}

/** How many events where `mean` are expected. */
function poisson(random, mean) {
  const chances = Math.max(1000, Math.round(mean * 40));
  return binomial(random, chances, mean / chances);
}

const Z = { 95: 1.959963984540054, 998: 3.090232306167813 };

/** Wilson's interval of a share, in per cent. */
function wilson(count, n, z) {
  const p = count / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [(middle - half) / (1 + (z * z) / n), (middle + half) / (1 + (z * z) / n)].map((limit) => 100 * limit);
}

// ---- places

const PLACES = [
  "Wessmere", "Calderwick", "Northmoor and Vale", "Aldermarsh", "Saltreach", "Harrowdene", "Eastmere Coast", "Thornbury Hills",
  "Lindenshire", "Marlwood", "Brackenford", "Ferncastle, Hythe and the Nine Parishes", "Ostley", "Penrose Bay", "Quarrington",
].map((name, at) => place(`E10000${901 + at}`, name));

const MORE = [
  "Ravenholt", "Silverdene", "Tarnbeck", "Ullerwick", "Vexley Moor", "Wharnshire", "Yarrowmouth", "Inglemarsh", "Jessamy Cross", "Kestrel Downs",
].map((name, at) => place(`E10000${916 + at}`, name));

const SYSTEMS = [
  "NHS Wessmere and the Vale", "NHS Calderwick and Saltreach", "NHS Northmoor", "NHS Aldermarsh, Marlwood and Ostley", "NHS Harrowdene",
  "NHS Eastmere Coast", "NHS Thornbury Hills and Lindenshire", "NHS Brackenford", "NHS Ferncastle and the Nine Parishes", "NHS Penrose Bay and Quarrington",
].map((name, at) => place(`E54000${901 + at}`, `${name} Integrated Care Board`, "ICBs"));

const LONG = [
  "Llanfair-ym-Môr a'r Pedwar Plwyf", "Aldermarsh-on-the-Water with Great and Little Saltreach", "Brackenford, Marlwood, Ostley and the Upper Calder Valley",
  "Cwm-y-Gwŷdd Uchaf a Phentre'r Tŷ Gwyn", "Ferncastle, Hythe and the Nine Parishes", "Northmoor and Vale with the Borough of Harrowdene", "Ynys-y-Gŵyr", "Ely-Without",
].map((name, at) => place(`E06000${901 + at}`, name));

// Ten beginnings with fifteen endings: as many as England has upper-tier authorities.
const MANY = ["Aller", "Brant", "Coldra", "Dray", "Elver", "Fenna", "Garra", "Ister", "Lorn", "Merrow"].flatMap((start, row) =>
  ["mere", "wick", "stow", "combe", "thorpe", "haven", "leigh", "marsh", "holt", "barrow", "dene", "moor", "cross", "shire", "beck"].map((end, at) =>
    place(`E0600${String(900 + row * 15 + at).padStart(4, "0")}`, start + end),
  ),
);

// Neighbourhoods of the place that most cases are about.
const HOODS = ["Abbey", "Bridge", "Castle", "Dock", "East", "Ferry", "Grange", "Harbour"].flatMap((start, row) =>
  ["Field", "Gate", "Lane", "Row", "Well"].map((end, at) => ({ ...place(`E0200${String(9900 + row * 5 + at)}`, `${start} ${end}`, "Middle layer areas"), parent_code: "E10000901", parent_name: "Wessmere" })),
);

// Five wards make a place, three places a system, and that with one more a region.
const WARDS = ["Abbey", "Bridge", "Castle", "Dock", "Harbour"].map((name, at) => place(`E0500090${1 + at}`, name, "Ward"));
const IN_SYSTEM = ["Wessmere", "Calderwick", "Saltreach"].map((name, at) => place(`E0600090${1 + at}`, name, "UA"));
const LEVELS = { name: "the share of adults who are active", polarity: "high-is-good", basis: "counts", "value-type": "proportion", multiplier: 100, unit: "%" };
const LEVEL_COLUMNS = ["indicator", "code", "name", "type", "period", "value", "count", "denominator"];
const HIERARCHY = [
  "code,parent code", ...WARDS.map(({ code }) => `${code},E06000901`), ...IN_SYSTEM.map(({ code }) => `${code},E54000901`), "E54000901,E12000901", "E12000901,E92000001",
].join("\n") + "\n";

function levels(random) {
  const figure = (place, count, denominator) => ({ ...place, period: "2023", value: (100 * count) / denominator, count, denominator });
  const drawn = (place, rate, n) => figure(place, binomial(random, n, rate), n);
  const whole = (place, parts) => figure(place, ...["count", "denominator"].map((name) => parts.reduce((sum, part) => sum + part[name], 0)));
  const wards = WARDS.map((ward, at) => drawn(ward, 0.58 + 0.03 * at, 900 + 150 * at));
  const places = [whole(IN_SYSTEM[0], wards), drawn(IN_SYSTEM[1], 0.67, 8200), drawn(IN_SYSTEM[2], 0.6, 5100)];
  const system = whole(place("E54000901", "NHS Wessmere and the Vale", "ICBs"), places);
  const region = drawn(place("E12000901", "Southmarch", "Region"), 0.64, 61000);
  return [...wards, ...places, system, region, drawn(ENGLAND, 0.66, 1900000)];
}

const DECILES = "Neighbourhood deprivation deciles within the area (IMD2019)";

const ENGLAND = place("E92000001", "England", "England");

function place(code, name, type = "Counties & UAs") {
  return { code, name, type };
}

// ---- figures

/** A share for each place and England, as a survey or count gives it. `rates` sets some by place; `spread` is of the rest. */
function shares(random, { places = PLACES, england = 0.132, spread = 0.015, rates = {}, asked = 2200, nation = 190000, period = "2023" }) {
  const rows = places.map((place, at) => {
    const drawn = england + spread * normal(random);
    const n = Math.round(asked * (0.7 + 0.6 * random()));
    return share(random, place, period, rates[at] ?? Math.max(0.0004, drawn), n);
  });
  return nation ? [...rows, share(random, ENGLAND, period, england, nation)] : rows;
}

function share(random, place, period, rate, n) {
  const count = binomial(random, n, rate);
  const [lower, upper] = wilson(count, n, Z[95]);
  const [lower998, upper998] = wilson(count, n, Z[998]);
  return { ...place, period, value: (100 * count) / n, lower, upper, lower998, upper998, count, denominator: n };
}

/** A figure with a likely range of its own, as a model, an average or a standardised rate gives it. */
function estimates(random, { places = PLACES, england, spread, ours, error, period = "2023", nation = true }) {
  const rows = places.map((place, at) => {
    const level = at === 0 && ours !== undefined ? ours : england + spread * normal(random);
    return estimate(place, period, level + 0.3 * error * normal(random), error * (0.8 + 0.4 * random()));
  });
  return nation ? [...rows, estimate(ENGLAND, period, england, error / 12)] : rows;
}

function estimate(place, period, value, error) {
  const limit = (z) => Number((value + z * error).toFixed(2));
  return { ...place, period, value, lower: limit(-Z[95]), upper: limit(Z[95]), lower998: limit(-Z[998]), upper998: limit(Z[998]) };
}

/** Events per 100,000 people. */
function events(random, place, period, per, people) {
  const count = poisson(random, (per * people) / 100000);
  return { ...place, period, value: (100000 * count) / people, count, denominator: people };
}

/** A share for each place out of very different numbers, most of them small; `levels` sets some by place, `sizes` how many of. */
function bySize(random, { places = [...PLACES, ...MORE], level, spread = 0, least = 150, most = 4200, levels = {}, sizes = {}, period = "2023/24" }) {
  return places.map((place, at) => {
    const draw = random();
    const n = sizes[at] ?? Math.round(least + (most - least) * draw * draw);
    return share(random, place, period, levels[at] ?? Math.max(0.001, level * (1 + spread * normal(random))), n);
  });
}

/** The same rows with one place's figures gone, and what stands there instead. */
function without(rows, code, mark, note = "") {
  const bare = { value: mark, lower: "", upper: "", lower998: "", upper998: "", count: "", denominator: "", note };
  return rows.map((row) => (row.code === code ? { ...row, ...bare } : row));
}

/** Shares of each place and England year by year: ours and England's by year, the others about England's. */
function overTime(random, all, ours, england, options) {
  return all.flatMap((year) => shares(random, { ...options, period: String(year), england: england(year), rates: { 0: ours(year) } }));
}

/** Shares of a place's groups, a share each; everyone's beside them: what all groups have together. */
function split(random, place, period, grouping, rates, asked) {
  const rows = Object.entries(rates).map(([group, rate]) => ({ ...share(random, place, period, rate, asked), grouping, group, sex: "Persons" }));
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const all = { ...place, ...share(random, place, period, count / (asked * rows.length), asked * rows.length), sex: "Persons" };
  return [all, ...rows];
}

/** Tenths by deprivation, their shares in even steps from the most to the least deprived. */
function tenths(most, least) {
  const labels = ["Most deprived", "Second most deprived", "Third more deprived", "Fourth more deprived", "Fifth more deprived", "Fifth less deprived", "Fourth less deprived", "Third less deprived", "Second least deprived", "Least deprived"];
  return Object.fromEntries(labels.map((label, at) => [`${label} decile (IMD2019)`, most + ((least - most) * at) / 9]));
}

/** Three years at a time, named as public health does: `2015 - 17`. */
function rolling(first, last) {
  return years(first, last).map((year) => `${year} - ${String(year + 2).slice(2)}`);
}

function months(first, last) {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return years(first, last).flatMap((year) => names.map((name) => `${name} ${year}`));
}

function years(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Months one after the other, as many files spell them. */
function monthsFrom(year, month, many) {
  const names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  return Array.from({ length: many }, (_, at) => `${names[(month - 1 + at) % 12]} ${year + Math.floor((month - 1 + at) / 12)}`);
}

/** Quarters of financial years, one after the other. */
function quarters(year, many) {
  return Array.from({ length: many }, (_, at) => `${year + Math.floor(at / 4)}/${String((year + 1 + Math.floor(at / 4)) % 100).padStart(2, "0")} Q${(at % 4) + 1}`);
}

/** One place's figures, a period each: a level and ups and downs around it, about as far as `spread`. */
function ups(random, place, periods, spread, level) {
  return periods.map((period, at) => ({ ...place, period, value: level(at) + spread * normal(random) }));
}

function shuffled(random, list) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0]);
}

/** Each place's neighbours, most like it first: `AREACD,1,2,…`. */
function neighbours(random, places, most) {
  const heads = ["AREACD", ...Array.from({ length: most }, (_, at) => String(at + 1))];
  const lines = places.map(({ code }) => [code, ...shuffled(random, places.filter((other) => other.code !== code)).slice(0, most).map((other) => other.code)]);
  return [heads, ...lines].map((line) => line.join(",")).join("\n") + "\n";
}

// ---- files

const HEADS = {
  indicator: "Indicator", code: "Area Code", name: "Area Name", type: "Area Type", parent_code: "Parent Code", parent_name: "Parent Name", sex: "Sex", age: "Age",
  period: "Time period", value: "Value", lower: "Lower CI 95.0 limit", upper: "Upper CI 95.0 limit", lower998: "Lower CI 99.8 limit",
  upper998: "Upper CI 99.8 limit", count: "Count", denominator: "Denominator", note: "Value note",
  grouping: "Category Type", group: "Category",
};
const PLAIN = ["indicator", "code", "name", "period", "value", "lower", "upper", "count", "denominator"];
const RANGES = ["indicator", "code", "name", "period", "value", "lower", "upper"];
const COUNTS = ["indicator", "code", "name", "period", "value", "count", "denominator"];
const FIGURES = ["indicator", "code", "name", "period", "value"];
const SPLIT = ["indicator", "code", "name", "sex", "grouping", "group", "period", "value", "lower", "upper", "lower998", "upper998", "count", "denominator"];
const GRADED = [...PLAIN.slice(0, 7), "lower998", "upper998", "count", "denominator"];

function cell(value, digits) {
  if (value === undefined) return "";
  if (typeof value !== "number" || Number.isInteger(value)) return String(value);
  return String(Number(value.toFixed(digits)));
}

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as CSV; `heads` renames columns, `all` quotes every cell. */
function csv(rows, columns, { indicator, heads = {}, digits = 4, end = "\n", all = false } = {}) {
  const quote = all ? (text) => `"${text.replaceAll('"', '""')}"` : quoted;
  const lines = rows.map((row) => columns.map((column) => quote(cell(column === "indicator" ? (row.indicator ?? indicator) : row[column], digits))));
  const head = columns.map((column) => quote(heads[column] ?? HEADS[column] ?? column));
  return [head, ...lines].map((line) => line.join(",") + end).join("");
}

/** Text as Windows-1252, as far as Latin-1 goes. */
const windows1252 = (text) => Buffer.from(text, "latin1");

/** One measure over five years: its name, ours in each year, the middle of all, and how many are asked in each place. */
function measure(random, [indicator, ours, middle, asked], places = PLACES) {
  const shift = places.map(() => 0.06 * middle * normal(random));
  return years(2019, 2023).flatMap((year, at) =>
    places.map((place, row) => share(random, place, String(year), row === 0 ? ours[at] : Math.max(0.004, middle + shift[row]), asked)).map((row) => ({ ...row, indicator })));
}

const BOARD_COLUMNS = ["indicator", "code", "name", "period", "value", "lower", "upper", "lower998", "upper998", "count", "denominator"];

/** Measures of many kinds: most as their peers, one clearly and for long on the worse side, one getting better. */
const MEASURES = [
  ["Homes that are damp", [0.12, 0.121, 0.119, 0.12, 0.122], 0.12, 2400],
  ["Adults in work", [0.74, 0.742, 0.739, 0.741, 0.74], 0.755, 1300],
  ["Adults who smoke", [0.165, 0.172, 0.18, 0.188, 0.196], 0.14, 3200],
  ["Children ready to learn at five", [0.64, 0.655, 0.668, 0.682, 0.7], 0.672, 5200],
  ["Journeys by bus, bike or on foot", [0.3, 0.301, 0.299, 0.3, 0.3], 0.33, 900],
  ["People who feel safe after dark", [0.66, 0.658, 0.662, 0.66, 0.604], 0.66, 3800],
  ["Days of clean air", [0.9, 0.9, 0.901, 0.9, 0.899], 0.9, 365],
  ["People who wait more than 18 weeks", [0.41, 0.411, 0.408, 0.41, 0.412], 0.4, 9000],
];
const HIGH = [1, 3, 4, 5, 6];
const PARTNERS = [
  { name: "Wessmere Council", role: "Pays for advice and support", type: "council" },
  { name: "Acorn community trust", role: "Runs drop-in mornings", type: "voluntary-and-community", link: "https://acorn.example/" },
  { name: "Vale hospitals", role: "Ask everyone and refer", type: "nhs" },
];

/** What a publisher writes of them. */
const BOARD = {
  config: Object.fromEntries(MEASURES.map(([name], at) => [name, { unit: "%", polarity: HIGH.includes(at) ? "high-is-good" : "low-is-good" }])),
  priorities: [
    { indicator: MEASURES[0][0], title: "Dry, warm homes", kind: "local", type: "outcome", members: "/your-ward", target: { level: 10, date: "2027", baseline: { period: "2019" } }, partners: [{ name: "Tenants together", role: "Knock on doors and listen", type: "voluntary-and-community" }, { name: "Housing team", role: "Inspects and repairs", type: "housing" }] },
    { indicator: MEASURES[1][0], title: "Good work for more people", kind: "local", type: "outcome", members: "/your-ward", partners: [{ name: "Chamber of trade", role: "Opens jobs to people out of work", type: "business" }, { name: "The college", role: "Teaches in the evening", type: "education" }] },
    {
      indicator: MEASURES[2][0], kind: "national", type: "outcome", frameworks: ["NHS Long Term Plan", "Public Health Outcomes Framework"], partners: PARTNERS, feedback: "/tell-us",
      target: { level: 12, date: "2027", baseline: { period: "2019", value: 16.5 }, milestones: { 2023: 14.5 } },
      pledges: [{ who: "Vale hospitals", what: "Offer help on every ward", by: "2024-12-31", updated: "2024-05-01", update: "Seven wards of nine do" }],
      "lived-experience": [{ kind: "finding", words: "three services gave three different answers", k: 29, n: 41, method: "Interviews", period: "Mar 2024", source: "Acorn community trust", place: "Wessmere", consent: true }, { kind: "quote", words: "I did not know who to ring.", method: "Interview", period: "Mar 2024", source: "Acorn community trust", consent: true }],
      comment: { words: "More people took up help in the spring than in any year before.", author: "Director of public health", date: "2024-05-20" },
      context: [{ indicator: MEASURES[0][0] }],
    },
    { indicator: MEASURES[3][0], title: "Children ready to learn", kind: "local", type: "outcome", members: "/your-ward", target: { level: 74, date: "2028", baseline: { period: "2019" } }, partners: [{ name: "Nurseries", role: "Teach and play", type: "education" }, { name: "Health visitors", role: "Visit families at home", type: "nhs" }] },
    { indicator: MEASURES[4][0], title: "Ways to get about", kind: "local", type: "outcome", members: "/your-ward", partners: [{ name: "Bus company", role: "Runs early and late", type: "business" }, { name: "Wessmere Council", role: "Builds safe paths", type: "council" }] },
    { indicator: MEASURES[5][0], title: "Safe after dark", kind: "local", type: "outcome", members: "/your-ward", partners: [{ name: "Police", role: "Walk the streets", type: "police-fire-and-justice" }, { name: "Street pastors", role: "Are there at night", type: "voluntary-and-community" }] },
    { indicator: MEASURES[6][0], title: "Clean air", kind: "national", type: "outcome", frameworks: ["Environment Act"], partners: [{ name: "Wessmere Council", role: "Measures the air", type: "council" }, { name: "Hauliers", role: "Change to clean lorries", type: "business" }] },
    { indicator: MEASURES[7][0], title: "Waiting for treatment", kind: "national", type: "process", note: "No outcome of treatment is published for places yet.", target: { level: 8, standard: true }, partners: [{ name: "Vale hospitals", role: "Treat people", type: "nhs" }, { name: "Family doctors", role: "Refer and support", type: "nhs" }] },
  ],
};

function board(random, measures = MEASURES) {
  return measures.flatMap((one) => measure(random, one));
}

// ---- cases

/** What another case is made of: the same figures, said in another language. */
const another = (name) => CASES.find((entry) => entry[0] === name)[4](stream(name));
const filesOf = (name) => another(name).files;
const configOf = (name) => another(name).config;

const SMOKE = { indicator: "Adults who smoke" };
const smoking = { name: "the share of adults who smoke", polarity: "low-is-good", basis: "survey", unit: "%" };
const WAITS = { indicator: "Waits over four hours", digits: 1 };
const waits = { name: "the share of people who waited over four hours", polarity: "low-is-good", unit: "%" };
const US = "E10000901";
/** The publisher's own texts in both languages, and the nation's name as each language says it. */
const SMOKING_CY = { ...smoking, lang: "cy", name: { en: smoking.name, cy: "cyfran yr oedolion sy'n ysmygu" } };
const NAMES_CY = { "spoken-names": { E92000001: { en: "England", cy: "Lloegr" } } };

/** Part, name, title, what it shows, the sentences it is about, and what makes config and files. */
const CASES = [
  ["A plain answer first"],
  ["clearly-higher", "Clearly higher, at the stricter level", "The gap is so clear that chance alone would give one this big less than 1 time in 500.", ["C1", "POL", "S1", "P1", "P2"], (random) => ({
    config: { src: "smoking.csv", area: US, neighbours: "neighbours.csv", ...smoking, "next-update": "June" },
    files: {
      "smoking.csv": csv(years(2019, 2023).flatMap((year) => shares(random, { period: String(year), england: 0.132 + 0.004 * (2023 - year), asked: 2600, rates: { 0: 0.172 + 0.006 * (2023 - year), 3: 0.102, 7: 0.16, 12: 0.106 } })), GRADED, SMOKE),
      "neighbours.csv": neighbours(random, PLACES, 14),
    },
  })],
  ["no-clear-gap", "No clear gap, which does not mean the same", "The likely range holds England's figure, so the answer does not pick a side.", ["C2"], (random) => ({
    config: { src: "activity.csv", area: US, name: "the share of adults who are active", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "activity.csv": csv(shares(random, { england: 0.672, spread: 0.025, rates: { 0: 0.668 }, asked: 900 }), PLAIN, { indicator: "Adults who are active" }) },
  })],
  ["lower-and-better", "Lower, where lower is better", "Shape says which side of England, colour and a word say whether that is better.", ["C1", "POL"], (random) => ({
    config: { src: "admissions.csv", area: US, name: "the rate of emergency stays in hospital for falls", polarity: "low-is-good", "value-type": "standardised-rate", unit: "per 100,000 people" },
    files: { "admissions.csv": csv(estimates(random, { england: 1932, spread: 190, ours: 1610, error: 52, period: "2023/24" }), RANGES, { indicator: "Emergency hospital stays after a fall, 65 and over", digits: 1 }) },
  })],
  ["higher-and-better", "Higher, where higher is better", "The same shapes, with the colours the other way round.", ["C1", "POL", "S2"], (random) => ({
    config: { src: "school.csv", area: US, name: "the share of children ready for school", polarity: "high-is-good", basis: "counts", "value-type": "proportion" },
    files: { "school.csv": csv(shares(random, { england: 0.676, spread: 0.018, rates: { 0: 0.712 }, asked: 5200, nation: 618000, period: "2023/24" }), PLAIN, { indicator: "Children ready to learn at five" }) },
  })],
  ["no-judgement", "A clear gap, and nobody says which way is better", "Without a direction set by the publisher there is one colour and no “better”.", ["C1"], (random) => ({
    config: { src: "renting.csv", area: US, name: "the share of households who rent", polarity: "no-judgement", basis: "survey", unit: "%" },
    files: { "renting.csv": csv(shares(random, { england: 0.364, spread: 0.03, rates: { 0: 0.288 }, asked: 2400 }), PLAIN, { indicator: "Households who rent" }) },
  })],
  ["no-plain-phrase", "No plain words for the measure", "The publisher gave no phrase, so the measure's own label stands in front.", ["C0"], (random) => ({
    config: { src: "screening.csv", area: US, polarity: "high-is-good", unit: "%" },
    files: { "screening.csv": csv(shares(random, { england: 0.688, spread: 0.02, rates: { 0: 0.641 }, asked: 5000, nation: 2400000, period: "2023" }), PLAIN, { indicator: "Bowel screening coverage (60 to 74)" }) },
  })],

  ["How sure can we be?"],
  ["model-estimate", "An estimate from a model", "What a figure rests on is said in words: a survey, counts or a model.", ["S3"], (random) => ({
    config: { src: "lonely.csv", area: US, name: "the share of adults who often feel lonely", polarity: "low-is-good", basis: "model", unit: "%" },
    files: { "lonely.csv": csv(estimates(random, { england: 7.1, spread: 0.7, ours: 7.9, error: 0.55 }), RANGES, { indicator: "Adults who often feel lonely", digits: 2 }) },
  })],
  ["worked-out-share", "Counts only: the range is worked out", "The file gives no likely ranges, so they are made from its counts, and the page says how.", ["C1", "S2"], (random) => ({
    config: { src: "breastfeeding.csv", area: US, name: "the share of babies who are breastfed", polarity: "high-is-good", basis: "counts", "value-type": "proportion" },
    files: { "breastfeeding.csv": csv(shares(random, { england: 0.527, spread: 0.05, rates: { 0: 0.571 }, asked: 3400, nation: 560000, period: "2023/24" }), COUNTS, { indicator: "Babies breastfed at 6 to 8 weeks", digits: 1 }) },
  })],
  ["worked-out-rate", "A rate with very few cases", "Below ten cases the exact method is used; one place had none at all.", ["C2"], (random) => ({
    config: { src: "drownings.csv", area: US, name: "the rate of deaths by drowning", polarity: "low-is-good", basis: "counts", "value-type": "rate", unit: "per 100,000 people" },
    files: {
      "drownings.csv": csv([
        ...PLACES.map((place, at) => {
          const people = 180000 + Math.round(random() * 420000);
          if (at === 5) return { ...place, period: "2021 - 23", value: 0, count: 0, denominator: people };
          return events(random, place, "2021 - 23", at === 0 ? 2 : 1.2 + 1.6 * random(), people);
        }),
        events(random, ENGLAND, "2021 - 23", 1.9, 57100000),
      ], COUNTS, { indicator: "Deaths by drowning", digits: 2 }),
    },
  })],
  ["no-range", "No likely range in the data", "Without a range nothing is tested, and the figure is only told.", ["C4", "S5"], (random) => ({
    config: { src: "recycling.csv", area: US, name: "the share of waste that is recycled", polarity: "high-is-good", unit: "%" },
    files: { "recycling.csv": csv(estimates(random, { england: 43.4, spread: 5, ours: 47.2, error: 0.4, period: "2023/24" }), RANGES.slice(0, 5), { indicator: "Household waste recycled", digits: 1 }) },
  })],
  ["tiny-shares", "A very small share, with decimals until it tells", "Two figures may not look alike when the answer says that they differ.", ["C1"], (random) => ({
    config: { src: "homeless.csv", area: US, name: "the share of people who sleep rough", polarity: "low-is-good", basis: "counts", "value-type": "proportion" },
    files: { "homeless.csv": csv(shares(random, { england: 0.000065, spread: 0.000012, rates: { 0: 0.00012, 1: 0.00006, 2: 0.00009, 3: 0.00004, 4: 0.00007, 5: 0.00005, 6: 0.00008, 7: 0.00005, 8: 0.00006, 9: 0.00007, 10: 0.00003, 11: 0.00006, 12: 0.00005, 13: 0.00008, 14: 0.00006 }, asked: 420000, nation: 57100000 }), PLAIN, { indicator: "People sleeping rough", digits: 6 }) },
  })],

  ["When there is no figure"],
  ["not-shown", "A figure held back for privacy", "A withheld figure is never drawn as zero, and its size is never hinted at.", ["C5"], (random) => ({
    config: { src: "young-mothers.csv", area: US, name: "the rate of births to mothers under 18", polarity: "low-is-good", basis: "counts", unit: "per 1,000 people" },
    files: { "young-mothers.csv": csv(without(without(estimates(random, { england: 3.9, spread: 0.8, error: 0.5 }), US, "[c]"), "E10000909", "[c]"), [...RANGES, "note"], { indicator: "Births to mothers under 18", digits: 1 }) },
  })],
  ["too-uncertain", "A figure too uncertain to use", "The publisher marked ours as unreliable, so no number is shown.", ["C6"], (random) => ({
    config: { src: "carers.csv", area: US, name: "the share of carers with enough contact", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "carers.csv": csv(without(shares(random, { england: 0.3, spread: 0.03, asked: 420, nation: 42000, period: "2023/24" }), US, "u"), [...PLAIN, "note"], { indicator: "Carers with as much contact as they would like" }) },
  })],
  ["missing-with-note", "No figure, and what the data say about it", "The publisher's own note is quoted as theirs.", ["C7", "C7-note"], (random) => ({
    config: { src: "health-checks.csv", area: US, name: "the share of people offered a health check", polarity: "high-is-good", unit: "%" },
    files: { "health-checks.csv": csv(without(shares(random, { england: 0.2, spread: 0.03, asked: 90000, nation: 15800000, period: "2023/24" }), US, "", "Not received: the system changed in February 2024"), [...PLAIN, "note"], { indicator: "NHS health checks offered" }) },
  })],
  ["does-not-apply", "A measure that does not apply here", "With the reason the data give. One more place does not run the service and is left out.", ["C8"], (random) => ({
    config: { src: "bathing.csv", area: US, name: "the share of beaches with clean water", polarity: "high-is-good", unit: "%", "not-provided": ["E10000908"] },
    files: { "bathing.csv": csv(without(estimates(random, { england: 88, spread: 4, error: 3 }), US, "[z]", "it has no coast"), [...RANGES, "note"], { indicator: "Bathing waters rated good", digits: 1 }) },
  })],

  ["Compared with whom"],
  ["most-like-us", "The places most like ours", "Twenty neighbours from a published list, in order of likeness.", ["P1", "P2"], (random) => ({
    config: { src: "obesity.csv", area: US, neighbours: "neighbours.csv", peers: "nearest", name: "the share of adults who are obese", polarity: "low-is-good", basis: "survey", unit: "%" },
    files: {
      "obesity.csv": csv(shares(random, { places: [...PLACES, ...MORE], england: 0.264, spread: 0.028, rates: { 0: 0.292 }, asked: 1800, nation: 170000 }), PLAIN, { indicator: "Adults who are obese" }),
      "neighbours.csv": neighbours(random, [...PLACES, ...MORE], 20),
    },
  })],
  ["alike-by-figures", "Places like ours, by their figures", "Without a published list, likeness is worked out from measures that the publisher names; the receipt shows what each had to do with it.", ["P1", "P2"], (random) => ({
    config: {
      src: "obesity.csv incomes.csv older.csv", area: US, indicator: "Adults who are obese", peers: "nearest", likeness: ["Household income", "People aged 65 or over"],
      name: "the share of adults who are obese", polarity: "low-is-good", basis: "survey", unit: "%",
    },
    files: {
      "obesity.csv": csv(shares(random, { places: [...PLACES, ...MORE], england: 0.264, spread: 0.028, rates: { 0: 0.292 }, asked: 1800, nation: 170000 }), PLAIN, { indicator: "Adults who are obese" }),
      "incomes.csv": csv(estimates(random, { places: [...PLACES, ...MORE], england: 31200, spread: 2600, ours: 28100, error: 160, nation: false }), RANGES, { indicator: "Household income", digits: 0 }),
      "older.csv": csv(estimates(random, { places: [...PLACES, ...MORE], england: 19.5, spread: 3.4, ours: 24.1, error: 0.2, nation: false }), RANGES, { indicator: "People aged 65 or over", digits: 1 }),
    },
  })],
  ["chosen-peers", "Places chosen by the publisher, with a reason", "A choice by hand always carries who made it, when and why.", ["P5"], (random) => ({
    config: {
      src: "buses.csv", area: US, peers: "Coastal places", name: "the share of people happy with their bus", polarity: "high-is-good", basis: "survey", unit: "%", publisher: "Wessmere Council",
      "peer-groups": { "Coastal places": { codes: ["E10000905", "E10000907", "E10000912", "E10000914"], reason: "They have a coast, few trains and many older people, as we do", date: "3 May 2024" } },
    },
    files: { "buses.csv": csv(shares(random, { england: 0.61, spread: 0.04, rates: { 0: 0.548 }, asked: 1100, nation: 32000 }), PLAIN, { indicator: "People happy with their local bus" }) },
  })],
  ["middle-of-peers", "No benchmark in the file: the peers' middle", "With no figure for England, the gap to the middle of the other places is tested.", ["C3"], (random) => ({
    config: { src: "satisfied.csv", area: US, name: "the share of tenants who are satisfied", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "satisfied.csv": csv(shares(random, { england: 0.7, spread: 0.035, rates: { 0: 0.79 }, asked: 800, nation: 0, period: "2023/24" }), PLAIN, { indicator: "Tenants satisfied with their landlord" }) },
  })],
  ["fixed-level", "Against a level, not a place", "A number can stand as the benchmark: here 95%, which the whole nation aims for.", ["C1"], (random) => ({
    config: { src: "vaccines.csv", area: US, benchmark: 95, name: "the share of children vaccinated by five", polarity: "high-is-good", basis: "counts", "value-type": "proportion" },
    files: { "vaccines.csv": csv(shares(random, { england: 0.925, spread: 0.016, rates: { 0: 0.918 }, asked: 5600, nation: 640000, period: "2023/24" }), COUNTS, { indicator: "Children vaccinated by five (MMR)", digits: 1 }) },
  })],
  ["another-area", "Against one other place", "Both figures are uncertain, so the gap itself is tested.", ["C3"], (random) => ({
    config: { src: "jobs.csv", area: US, benchmark: "E10000902", name: "the share of adults in work", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "jobs.csv": csv(shares(random, { england: 0.755, spread: 0.02, rates: { 0: 0.742, 1: 0.768 }, asked: 1300, nation: 61000 }), PLAIN, { indicator: "Adults in work" }) },
  })],
  ["our-region", "Against our region, which includes us", "A place that is a good part of its benchmark hides some of the gap, and the answer says so.", ["C1", "C11"], (random) => {
    const region = { parent_code: "E12000901", parent_name: "Southmarch" };
    const rows = shares(random, { places: PLACES.slice(0, 8), england: 0.183, spread: 0.02, rates: { 0: 0.214 }, asked: 24000, nation: 0 }).map((row) => ({ ...row, ...region }));
    const whole = share(random, place("E12000901", "Southmarch", "Region"), "2023", 0.183, 190000);
    return {
      config: { src: "poverty.csv", area: US, benchmark: "E12000901", peers: "parent", name: "the share of children in poor homes", polarity: "low-is-good", basis: "counts", unit: "%" },
      files: { "poverty.csv": csv([...rows, whole], ["indicator", "parent_code", "parent_name", "code", "name", "type", "period", "value", "lower", "upper", "count", "denominator"], { indicator: "Children in low-income homes" }) },
    };
  }],
  ["other-period", "A benchmark for another year", "Figures of two years are not set against each other.", ["C10"], (random) => ({
    config: { src: "volunteers.csv", area: US, benchmark: "E92000001", name: "the share of adults who volunteer", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "volunteers.csv": csv([...shares(random, { england: 0.24, spread: 0.03, asked: 900, nation: 0, period: "2023/24" }), share(random, ENGLAND, "2022/23", 0.24, 34000)], PLAIN, { indicator: "Adults who volunteer" }) },
  })],
  ["one-area", "One place and nothing else", "A file with a single place still gives an honest answer.", ["C1"], (random) => ({
    config: { src: "parks.csv", area: "Wessmere", benchmark: 60, name: "the share of people close to a park", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "parks.csv": csv(shares(random, { places: PLACES.slice(0, 1), rates: { 0: 0.66 }, asked: 1500, nation: 0 }), PLAIN, { indicator: "People who live close to a park" }) },
  })],
  ["england-itself", "England as the area", "England is no place among the places, so it has no peers and no benchmark but the one named.", ["C9"], (random) => ({
    config: { src: "smoking.csv", area: "E92000001", name: "the share of adults who smoke", polarity: "low-is-good", basis: "survey", unit: "%" },
    files: { "smoking.csv": csv(shares(random, {}), PLAIN, SMOKE) },
  })],
  ["health-systems", "Health systems, by name", "“For” an organisation, where a place would have “in”; long names keep their room.", ["C1"], (random) => ({
    config: {
      src: "waiting.csv", area: "E54000901", name: "the share of people treated within 18 weeks", polarity: "high-is-good", basis: "counts", "value-type": "proportion",
      "spoken-names": Object.fromEntries(SYSTEMS.map(({ code, name }) => [code, name.replace(" Integrated Care Board", "")])),
    },
    files: { "waiting.csv": csv(shares(random, { places: SYSTEMS, england: 0.588, spread: 0.03, rates: { 0: 0.553 }, asked: 60000, nation: 7500000, period: "Mar 2024" }), COUNTS, { indicator: "Treated within 18 weeks", digits: 1 }) },
  })],

  ["Choices for the reader"],
  ["several-measures", "Several measures, women and men", "One file, four series: the reader chooses.", ["C1"], (random) => {
    const make = (indicator, england, spread, ours, error) => ["Persons", "Female", "Male"].flatMap((sex, at) =>
      years(2021, 2023).flatMap((year) => estimates(random, { england: england + [0, 1, -1][at] * spread, spread, ours: ours + [0, 1, -1][at] * spread, error: error * (at ? 1.4 : 1), period: String(year) }).map((row) => ({ ...row, sex, indicator }))));
    return {
      config: {
        src: "life.csv", area: US, indicator: "Healthy life expectancy at birth",
        indicators: {
          "Healthy life expectancy at birth": { name: "healthy life expectancy", polarity: "high-is-good", "value-type": "life-expectancy", unit: "years", basis: "survey" },
          "Life satisfaction": { name: "average life satisfaction", polarity: "high-is-good", "value-type": "mean", unit: "points out of 10", basis: "survey" },
        },
      },
      files: { "life.csv": csv([...make("Healthy life expectancy at birth", 62.8, 2, 60.6, 0.65), ...make("Life satisfaction", 7.44, 0.12, 7.41, 0.05)], ["indicator", "code", "name", "sex", "period", "value", "lower", "upper"], { digits: 2 }) },
    };
  }],
  ["rolling-years", "Three years at a time", "Periods that overlap keep the label that the publisher gave them.", ["C1"], (random) => ({
    config: { src: "heart.csv", area: US, name: "the rate of early deaths from heart disease", polarity: "low-is-good", "value-type": "standardised-rate", unit: "per 100,000 people" },
    files: { "heart.csv": csv(["2015 - 17", "2016 - 18", "2017 - 19", "2018 - 20", "2019 - 21"].flatMap((period, at) => estimates(random, { england: 73 - at, spread: 7, ours: 88 - 1.5 * at, error: 3.4, period })), RANGES, { indicator: "Early deaths from heart disease", digits: 1 }) },
  })],
  ["quarters", "Quarter by quarter", "Quarters of a financial year, with the latest shown.", ["C1"], (random) => ({
    config: { src: "benefits.csv", area: US, name: "the share of claims settled in time", polarity: "high-is-good", basis: "counts", "value-type": "proportion" },
    files: { "benefits.csv": csv(["2022/23 Q3", "2022/23 Q4", "2023/24 Q1", "2023/24 Q2"].flatMap((period) => shares(random, { england: 0.842, spread: 0.02, rates: { 0: 0.878 }, asked: 2600, nation: 310000, period })), COUNTS, { indicator: "Claims settled in time", digits: 1 }) },
  })],
  ["months", "Month by month", "Months are spoken in full, whatever the file's spelling.", ["C1"], (random) => ({
    config: { src: "emergency.csv", area: "E54000901", name: "the share of people seen within 4 hours", polarity: "high-is-good", basis: "counts", "value-type": "proportion" },
    files: { "emergency.csv": csv(["Oct 2023", "Nov 2023", "Dec 2023", "Jan 2024"].flatMap((period) => shares(random, { places: SYSTEMS, england: 0.704, spread: 0.02, rates: { 0: 0.731 }, asked: 21000, nation: 2200000, period })), COUNTS, { indicator: "Seen within 4 hours", digits: 1 }) },
  })],
  ["many-areas", "150 places: a strip, not a league table", "Too many for a row each, so every place is a dot; the full list is in the table.", ["C1", "P2"], (random) => ({
    config: { src: "sports.csv", area: "E06000900", name: "the share of adults who swim", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "sports.csv": csv(shares(random, { places: MANY, england: 0.178, spread: 0.025, rates: { 0: 0.224 }, asked: 1300, nation: 175000 }), PLAIN, { indicator: "Adults who swim", digits: 2 }) },
  })],

  ["Ups and downs over time"],
  ["process", "Ups and downs, with a jump at the end", "A usual range for each month; the latest is outside it, and earlier runs are marked by shape.", ["R2", "R4", "R7", "R8"], (random) => {
    const periods = monthsFrom(2022, 4, 36);
    const level = (at) => (at === 35 ? 46 : at > 14 && at < 24 ? 29.5 : 31.5);
    return {
      config: { src: "waits.csv", view: "process", area: SYSTEMS[0].code, ...waits, process: { target: 24, baseline: { from: "April 2022", to: "March 2023" } } },
      files: { "waits.csv": csv([...ups(random, SYSTEMS[0], periods, 1.6, level), ...ups(random, ENGLAND, periods, 0.8, () => 28.5)], FIGURES, WAITS) },
    };
  }],
  ["process-new-start", "The usual range starts again, with a reason", "Publishers may start it again where they know why; the reason and who gave it stand beside it.", ["R1", "R6", "R7"], (random) => {
    const periods = monthsFrom(2022, 4, 34);
    return {
      config: { src: "waits.csv", view: "process", area: SYSTEMS[0].code, ...waits, process: { target: 25, rebases: { "July 2023": { reason: "An urgent care centre opened next door", who: "the hospital group" } } } },
      files: { "waits.csv": csv(ups(random, SYSTEMS[0], periods, 1.4, (at) => (at < 15 ? 33 : 26)), FIGURES, WAITS) },
    };
  }],
  ["process-run", "Seven in a row above the average", "No one month stands out, and together they are a sign all the same.", ["R3", "R4"], (random) => ({
    config: { src: "calls.csv", view: "process", area: US, name: "the share of calls answered within a minute", polarity: "high-is-good", unit: "%", process: { baseline: { to: "August 2023" } } },
    files: { "calls.csv": csv(ups(random, PLACES[0], monthsFrom(2022, 4, 24), 0.8, (at) => (at > 16 ? 82.2 : at % 2 ? 80 : 78)), FIGURES, { indicator: "Calls answered within a minute", digits: 1 }) },
  })],
  ["process-rising", "Rising month after month", "Seven in a row that each rise; nobody has said which way is better, so no colour says so.", ["R3"], (random) => ({
    config: { src: "requests.csv", view: "process", area: US, name: "the number of requests for help", polarity: "no-judgement", "value-type": "count" },
    files: { "requests.csv": csv(ups(random, PLACES[0], monthsFrom(2022, 9, 26), 2, (at) => (at > 18 ? 372 + 12 * (at - 18) : at % 2 ? 430 : 380)), FIGURES, { indicator: "Requests for help", digits: 0 }) },
  })],
  ["process-both-ways", "Signs that point both ways", "Far below the average and rising every month: told, and not judged.", ["R3", "R4-mixed"], (random) => ({
    config: { src: "visits.csv", view: "process", area: US, name: "the share of visits kept", polarity: "high-is-good", unit: "%", process: { baseline: { to: "March 2023" } } },
    files: { "visits.csv": csv(ups(random, PLACES[0], monthsFrom(2022, 4, 20), 0, (at) => (at < 12 ? (at % 2 ? 92 : 86) : 84.6 + 0.4 * (at - 12))), FIGURES, { indicator: "Visits kept", digits: 1 }) },
  })],
  ["process-edge", "Two of three near the edge", "Each is inside the usual range, and near its edge.", ["R3"], (random) => ({
    config: { src: "repairs.csv", view: "process", area: US, name: "the share of repairs done on time", polarity: "high-is-good", unit: "%", process: { target: 80, baseline: { to: "October 2023" } } },
    files: { "repairs.csv": csv(ups(random, PLACES[0], monthsFrom(2022, 4, 22), 0.4, (at) => (at === 19 || at === 21 ? 81.6 : at === 20 ? 89.5 : at % 2 ? 92 : 88)), FIGURES, { indicator: "Repairs done on time", digits: 1 }) },
  })],
  ["process-few", "Too few months for a usual range", "The figures are shown; a usual range wants 13 of them.", ["C9-alone", "R5"], (random) => ({
    config: { src: "waits.csv", view: "process", area: SYSTEMS[0].code, ...waits },
    files: { "waits.csv": csv(ups(random, SYSTEMS[0], monthsFrom(2024, 1, 8), 1.5, () => 29), FIGURES, WAITS) },
  })],
  ["process-one", "One month only", "A single point has no ups and downs.", ["C9-alone", "R5-one"], (random) => ({
    config: { src: "waits.csv", view: "process", area: SYSTEMS[0].code, ...waits },
    files: { "waits.csv": csv(ups(random, SYSTEMS[0], monthsFrom(2024, 8, 1), 1.5, () => 29), FIGURES, WAITS) },
  })],
  ["process-withheld", "Months that are not shown", "Withheld months keep their reason and leave a gap; the latest is one of them.", ["C5", "R1"], (random) => {
    const held = ["October 2022", "November 2022", "August 2023", "July 2024"];
    const rows = ups(random, PLACES[0], monthsFrom(2022, 4, 28), 1.3, () => 14);
    return {
      config: { src: "stays.csv", view: "process", area: US, name: "the share of stays over a week", polarity: "low-is-good", unit: "%", basis: "counts" },
      files: { "stays.csv": csv(rows.map((row) => (held.includes(row.period) ? { ...row, value: "[c]", note: "Small numbers" } : row)), [...FIGURES, "note"], { indicator: "Stays over a week", digits: 1 }) },
    };
  }],
  ["process-equal", "The same figure every month", "Without ups and downs there is nothing to judge; the standard is met all the same.", ["R5-equal", "R7"], () => ({
    config: { src: "checks.csv", view: "process", area: US, name: "the share of checks made", polarity: "high-is-good", unit: "%", process: { target: 95 } },
    files: { "checks.csv": csv(monthsFrom(2023, 1, 18).map((period) => ({ ...PLACES[0], period, value: 100 })), FIGURES, { indicator: "Checks made" }) },
  })],
  ["process-quarters", "Quarters, with the standard met", "Quarters and years are read like months, and called what they are.", ["R1", "R7", "R8"], (random) => ({
    config: { src: "claims.csv", view: "process", area: US, name: "the share of claims settled in time", polarity: "high-is-good", unit: "%", process: { target: 80 } },
    files: { "claims.csv": csv(ups(random, PLACES[0], quarters(2018, 22), 1.2, () => 88), FIGURES, { indicator: "Claims settled in time", digits: 1 }) },
  })],
  ["process-years", "Years, and a change in the way of measuring", "A change starts the usual range again, and a figure that is not final is left out.", ["C0-alone", "T7"], (random) => ({
    config: { src: "sick.csv", view: "process", area: US, polarity: "low-is-good", unit: "days", breaks: { 2010: "Part days are counted" }, provisional: ["2024"] },
    files: { "sick.csv": csv(ups(random, PLACES[0], years(1996, 2024).map(String), 0.3, (at) => (at < 14 ? 8.1 : 9)), FIGURES, { indicator: "Days lost to sickness for each worker", digits: 2 }) },
  })],
  ["process-rolling", "Three years at a time, so no usual range", "Each figure shares years with the next, which alone makes runs and trends.", ["C9-alone", "R5-overlap"], (random) => ({
    config: { src: "heart.csv", view: "process", area: US, name: "the rate of early deaths from heart disease", polarity: "low-is-good", "value-type": "standardised-rate", unit: "per 100,000 people" },
    files: { "heart.csv": csv(ups(random, PLACES[0], years(2003, 2019).map((year) => `${year} - ${String((year + 2) % 100).padStart(2, "0")}`), 1, (at) => 95 - at), FIGURES, { indicator: "Early deaths from heart disease", digits: 1 }) },
  })],
  ["process-long-names", "A process of a place with a very long name", "The name wraps and nothing is cut; a wrong set-up is told with what to do.", ["R1"], (random) => ({
    config: {
      src: "waits.csv", view: "process", area: LONG[2].code, ...waits,
      process: { run: 9, target: "soon", rebases: { "Mai 2023": { reason: "A new form", who: "us" }, "June 2023": { reason: "A new form" } } },
    },
    files: { "waits.csv": csv(ups(random, LONG[2], monthsFrom(2022, 10, 20), 1.5, () => 29), FIGURES, WAITS) },
  })],
  ["process-many-areas", "One process among 150 places", "The file holds 150 places; one of them is read, without a second look at the others.", ["R1"], (random) => ({
    config: { src: "swims.csv", view: "process", area: "E06000900", name: "the number of swims for each 1,000 people", polarity: "high-is-good", "value-type": "rate" },
    files: { "swims.csv": csv(MANY.flatMap((place) => ups(random, place, monthsFrom(2023, 1, 14), 12, () => 310)), FIGURES.slice(1), { indicator: "Swims", digits: 0 }) },
  })],

  ["Files as publishers have them"],
  ["fingertips-file", "A download from Fingertips, unchanged", "27 columns, every cell quoted, with markup in some cells and deprivation rows among the areas.", ["C0"], (random) => ({
    config: { src: "indicators-CountyUA.data.csv", area: US },
    files: { "indicators-CountyUA.data.csv": fingertips(random) },
  })],
  ["ons-file", "A file from the ONS, unchanged", "ISO periods and marks for figures that are left out, read as they stand.", ["C1"], (random) => ({
    config: { src: "blood-pressure.csv", area: US, name: "the share of adults with high blood pressure", polarity: "low-is-good", basis: "model" },
    files: { "blood-pressure.csv": "\uFEFF" + ons(random) },
  })],
  ["column-mapping", "Headers of the council's own", "A mapping in the config says which column holds what; the file stays as it is.", ["C1"], (random) => ({
    config: { src: "potholes.csv", area: "Wessmere", benchmark: "England", name: "the share of roads in poor repair", polarity: "low-is-good", basis: "survey", unit: "%", columns: { area_code: "ONS ref", area_name: "Highway authority", period: "FY", value: "% red", lower: "from", upper: "up to" } },
    files: { "potholes.csv": csv(shares(random, { england: 0.06, spread: 0.012, rates: { 0: 0.043 }, asked: 2600, nation: 320000, period: "2023-24" }), ["code", "name", "period", "value", "lower", "upper"], { heads: { code: "ONS ref", name: "Highway authority", period: "FY", value: "% red", lower: "from", upper: "up to" }, digits: 1 }) },
  })],
  ["windows-file", "Saved by a spreadsheet: not UTF-8", "Accents from an older encoding are read all the same, and the page says so.", ["C2"], (random) => {
    const names = { E10000901: "Wessmère", E10000904: "Aldermarsh-sur-Rivière", E10000913: "Ostley Côté Mer", E10000914: "Penrosé Bay" };
    const rows = shares(random, { england: 0.31, spread: 0.02, rates: { 0: 0.309 }, asked: 1000, nation: 90000 }).map((row) => ({ ...row, name: names[row.code] ?? row.name }));
    return {
      config: { src: "library.csv", area: US, name: "the share of people who use a library", polarity: "high-is-good", basis: "survey", unit: "%" },
      files: { "library.csv": windows1252(csv(rows, PLAIN, { indicator: "People who use a library", end: "\r\n" })) },
    };
  }],
  ["problems-in-file", "Bad rows among good ones", "What cannot be used is named with its line; the rest is shown.", ["C1"], (random) => {
    const good = csv(shares(random, { england: 0.121, spread: 0.012, rates: { 0: 0.149 }, asked: 2500, nation: 240000 }), PLAIN, { indicator: "Homes with damp", digits: 1 }).trimEnd().split("\n");
    good[3] = good[3].replace(/,2023,[\d.]+/, ",2023,1O.4");
    good[6] = good[6].replace(/,2023,([\d.]+),/, ",2023,31.5,");
    good[9] = good[9].replace(",2023,", ",the year,");
    good.splice(12, 0, good[11].replace(/,2023,([\d.]+)/, (_, value) => `,2023,${(Number(value) + 0.1).toFixed(1)}`), "Homes with damp,,,2023,12.0,11.0,13.0,300,2500", "Homes with damp,E10000917");
    return {
      config: { src: "damp.csv", area: US, name: "the share of homes with damp", polarity: "low-is-good", basis: "survey", unit: "%" },
      files: { "damp.csv": good.join("\n") + "\n" },
    };
  }],

  ["Beside a comparison, on request"],
  ["learn-from", "Places to learn from", "Places like ours that are clearly better and getting better, A to Z, with what the publisher points to. No order is implied.", ["P4", "P4-see"], (random) => ({
    config: {
      src: "active.csv", area: US, neighbours: "neighbours.csv", show: ["learning"], name: "the share of adults who are active", polarity: "high-is-good", basis: "survey", unit: "%",
      "learn-from": { E10000905: { text: "How Saltreach opened its paths", link: "https://example.org/saltreach" } },
    },
    files: {
      "active.csv": csv(years(2019, 2023).flatMap((year) => shares(random, { period: String(year), england: 0.66, spread: 0.01, asked: 4200, rates: { 0: 0.63, 4: 0.62 + 0.025 * (year - 2019), 8: 0.6 + 0.03 * (year - 2019), 10: 0.72 } })), PLAIN, { indicator: "Adults who are active" }),
      "neighbours.csv": neighbours(random, PLACES, 14),
    },
  })],
  ["learn-from-none", "Nobody to learn from yet", "No place is both clearly better and clearly getting better, and the answer says so.", ["P4-none"], (random) => ({
    config: { src: "active.csv", area: US, show: ["learning"], name: "the share of adults who are active", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "active.csv": csv(years(2019, 2023).flatMap((year) => shares(random, { period: String(year), england: 0.66, spread: 0.01, asked: 4200, rates: { 0: 0.65, 10: 0.72 } })), PLAIN, { indicator: "Adults who are active" }) },
  })],
  ["peer-rules", "Would other peers change the answer?", "Ours against the middle of its peers by every rule of choosing them; the one that is chosen is marked.", ["P6"], (random) => {
    const parts = [{ parent_code: "E12000901", parent_name: "Southmarch" }, { parent_code: "E12000902", parent_name: "Northmarch" }];
    const rows = shares(random, { england: 0.27, spread: 0.035, rates: { 0: 0.29 }, asked: 1900, nation: 0 }).map((row, at) => ({ ...row, ...parts[at % 2] }));
    return {
      config: {
        src: "weight.csv", area: US, neighbours: "neighbours.csv", show: ["peer-rules"], benchmark: "peers", name: "the share of adults who are obese", polarity: "low-is-good", basis: "survey", unit: "%",
        "peer-groups": { "Coastal places": { codes: ["E10000905", "E10000907", "E10000912", "E10000914"], reason: "They have a coast, as we do", date: "3 May 2024" } },
      },
      files: {
        "weight.csv": csv(rows, ["indicator", "parent_code", "parent_name", "code", "name", "period", "value", "lower", "upper", "count", "denominator"], { indicator: "Adults who are obese" }),
        "neighbours.csv": neighbours(random, PLACES, 6),
      },
    };
  }],
  ["pairs-and-positions", "Against each of them, and between which positions", "Both on request only. A position is always told as a range of those that chance leaves open.", ["P3", "P5-position"], (random) => ({
    config: { src: "sleep.csv", area: US, show: ["pairs", "positions"], name: "the share of adults who sleep well", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "sleep.csv": csv(shares(random, { england: 0.55, spread: 0.03, rates: { 0: 0.59 }, asked: 900, nation: 60000 }), PLAIN, { indicator: "Adults who sleep well" }) },
  })],
  ["false-discovery", "Which clear gaps stay clear?", "With forty checks, chance alone marks some. Tested more strictly, on request, most of those that stay are real; no verdict changes.", ["P7", "P7-share"], (random) => ({
    config: { src: "teeth.csv", area: "E06000900", peers: "all", show: ["false-discovery"], name: "the share of children with tooth decay", polarity: "low-is-good", "value-type": "proportion", basis: "counts", unit: "%" },
    files: { "teeth.csv": csv(shares(random, { places: MANY.slice(0, 41), england: 0.23, spread: 0.011, rates: { 7: 0.28, 19: 0.18 }, asked: 1500, nation: 220000 }), ["indicator", "code", "name", "period", "value", "count", "denominator"], { indicator: "Children with tooth decay" }) },
  })],
  ["beside-no-judgement", "Beside a comparison that nobody judges", "Without a direction there is no one to learn from; the other parts are said in plain directions.", ["P3", "P6"], (random) => ({
    config: { src: "rent.csv", area: US, show: ["learning", "peer-rules", "pairs", "positions"], name: "the share of households who rent", polarity: "no-judgement", basis: "survey", unit: "%", "peer-groups": { "River places": { codes: ["E10000903", "E10000908", "E10000911"], reason: "They have a river", date: "May 2024" } } },
    files: { "rent.csv": csv(shares(random, { england: 0.364, spread: 0.03, rates: { 0: 0.288 }, asked: 2400 }), PLAIN, { indicator: "Households who rent" }) },
  })],

  ["Place and system, both ways"],
  ["place-and-system", "A place, the system around it, and what lies in it", "The same measure and year at every level, from ward to nation; the reader can go up or down. The parts add up to the whole.", ["D1"], (random) => {
    const rows = levels(random);
    return {
      config: { src: "active.csv hierarchy.csv", area: "E06000901", show: ["places"], ...LEVELS },
      files: { "active.csv": csv(rows, LEVEL_COLUMNS, { indicator: "Adults who are active", digits: 1 }), "hierarchy.csv": HIERARCHY },
    };
  }],
  ["system-and-places", "A system and its places, which do not add up", "One place has figures for another year only. The answer says so, and blames nobody.", ["D2", "D4"], (random) => {
    const rows = levels(random).map((row) => (row.code === "E06000903" ? { ...row, period: "2022" } : row));
    return {
      config: { src: "active.csv hierarchy.csv", area: "E54000901", show: ["places"], ...LEVELS },
      files: { "active.csv": csv(rows, LEVEL_COLUMNS, { indicator: "Adults who are active", digits: 1 }), "hierarchy.csv": HIERARCHY },
    };
  }],
  ["part-withheld", "A part that is withheld", "The whole less the others would tell what is withheld, so no sum is told.", ["D6", "D3"], (random) => {
    const rows = levels(random).map((row) => (row.code === "E05000902" ? { ...row, value: "*", count: undefined, denominator: undefined } : row));
    return {
      config: { src: "active.csv hierarchy.csv", area: "E06000901", show: ["places"], ...LEVELS },
      files: { "active.csv": csv(rows, LEVEL_COLUMNS, { indicator: "Adults who are active", digits: 1 }), "hierarchy.csv": HIERARCHY },
    };
  }],
  ["one-system", "Members of one system are not set against each other", "They answer for it together. Each is shown with the whole, and none is compared with another.", ["D7"], (random) => ({
    config: { src: "active.csv hierarchy.csv", area: "E06000901", peers: "all", show: ["places"], ...LEVELS },
    files: { "active.csv": csv(levels(random).filter(({ code }) => !code.startsWith("E05")), LEVEL_COLUMNS, { indicator: "Adults who are active", digits: 1 }), "hierarchy.csv": HIERARCHY },
  })],

  ["By size: more than chance?"],
  ["funnel", "Above what its size would lead one to expect", "Small places swing more by chance, so the range is wider for them. Peers are filled, other places open.", ["F2", "POL", "F3"], (random) => ({
    config: { src: "readmitted.csv", area: US, view: "funnel", neighbours: "neighbours.csv", name: "the share of people back in hospital within a month", polarity: "low-is-good", "value-type": "proportion", unit: "%" },
    files: {
      "readmitted.csv": csv(bySize(random, { level: 0.142, spread: 0.03, levels: { 0: 0.184 }, sizes: { 0: 1350 } }), COUNTS, { indicator: "Back in hospital within 30 days", digits: 1 }),
      "neighbours.csv": neighbours(random, [...PLACES, ...MORE], 8),
    },
  })],
  ["funnel-inside", "Inside the range, and nobody says which way is better", "Observed cases against those expected: 100 is as many as expected. Nothing is called better.", ["F1"], (random) => ({
    config: { src: "deaths-ratio.csv", area: US, view: "funnel", name: "the ratio of deaths to those expected", polarity: "no-judgement", "value-type": "ratio" },
    files: {
      "deaths-ratio.csv": csv([...PLACES, ...MORE].map((place, at) => {
        const expected = Math.round(10 * (20 + 900 * random() * random())) / 10;
        const count = poisson(random, expected * (at === 0 ? 1.04 : 1 + 0.04 * normal(random)));
        return { ...place, period: "2023/24", value: (100 * count) / expected, count, denominator: expected };
      }), COUNTS, { indicator: "Deaths against those expected", digits: 1 }),
    },
  })],
  ["funnel-spread", "Far more places outside than chance puts there", "Places differ by more than chance, so being outside says little about one of them; the answer says so.", ["F2", "F4-not-widened"], (random) => ({
    config: { src: "screening-uptake.csv", area: US, view: "funnel", name: "the share of people who come for screening", polarity: "high-is-good", "value-type": "proportion", unit: "%" },
    files: { "screening-uptake.csv": csv(bySize(random, { level: 0.66, spread: 0.08, least: 900, most: 21000, levels: { 0: 0.71 }, sizes: { 0: 9400 } }), COUNTS, { indicator: "People screened for bowel cancer", digits: 1 }) },
  })],
  ["funnel-widened", "The same with limits that allow for the spread", "On request the range allows for the usual spread between places, beside chance.", ["F1", "F4"], () => ({
    config: { src: "screening-uptake.csv", area: US, view: "funnel", funnel: { "over-dispersion": true }, name: "the share of people who come for screening", polarity: "high-is-good", "value-type": "proportion", unit: "%" },
    files: { "screening-uptake.csv": csv(bySize(stream("funnel-spread"), { level: 0.66, spread: 0.08, least: 900, most: 21000, levels: { 0: 0.71 }, sizes: { 0: 9400 } }), COUNTS, { indicator: "People screened for bowel cancer", digits: 1 }) },
  })],
  ["funnel-few-cases", "Too few cases to be placed", "A rate made of fewer than ten cases has no place on the chart. Neither has one held back, or one without its count.", ["F5"], (random) => ({
    config: { src: "drug-deaths.csv", area: US, view: "funnel", name: "the rate of deaths from drug use", polarity: "low-is-good", "value-type": "standardised-rate", multiplier: 100000, unit: "per 100,000 people" },
    files: {
      "drug-deaths.csv": csv(without([...PLACES, ...MORE].map((place, at) => {
        const people = at === 0 ? 118000 : 150000 + Math.round(700000 * random() * random());
        const row = events(random, place, "2021 - 23", at === 0 ? 5 : 7 + random(), people);
        if (at === 0) Object.assign(row, { count: 7, value: 6.1 });
        return at === 6 ? { ...row, count: "" } : { ...row, value: row.value * (at ? 0.95 + 0.1 * random() : 1) };
      }), "E10000909", "[c]"), [...COUNTS, "note"], { indicator: "Deaths from drug use", digits: 1 }),
    },
  })],
  ["funnel-not-shown", "Ours is held back, and the others are shown", "Without our figure there is no spot for it, and the answer says why.", ["C5"], (random) => ({
    config: { src: "exclusions.csv", area: US, view: "funnel", name: "the share of pupils sent home", polarity: "low-is-good", "value-type": "proportion", unit: "%" },
    files: { "exclusions.csv": csv(without(bySize(random, { level: 0.041, least: 400, most: 9000 }), US, "[c]"), [...COUNTS, "note"], { indicator: "Pupils sent home at least once", digits: 1 }) },
  })],
  ["funnel-many", "150 places by their size", "Every place is a spot; ours is named and large, and found with the keyboard before all others.", ["F2", "F3"], (random) => ({
    config: { src: "falls.csv", area: "E06000900", view: "funnel", name: "the rate of hip fractures", polarity: "low-is-good", "value-type": "rate", unit: "per 100,000 people" },
    files: {
      "falls.csv": csv(MANY.map((place, at) => {
        const people = at === 0 ? 31000 : 6000 + Math.round(90000 * random() * random());
        return events(random, place, "2023/24", at === 0 ? 830 : 560 * (1 + 0.03 * normal(random)), people);
      }), COUNTS, { indicator: "Hip fractures in people aged 65 or over", digits: 1 }),
    },
  })],
  ["funnel-long-names", "Long names on a chart by size", "The name of our place stands above its spot, in full where there is room for two lines.", ["F2"], (random) => ({
    config: { src: "language.csv", area: "E06000902", view: "funnel", name: "the share of people who speak two languages or more", polarity: "no-judgement", "value-type": "proportion", unit: "%" },
    files: { "language.csv": csv(bySize(random, { places: LONG, level: 0.21, levels: { 1: 0.3 }, sizes: { 1: 700 }, least: 300, most: 2600 }), COUNTS, { indicator: "People who speak two or more languages in daily life", digits: 1 }) },
  })],
  ["funnel-one-place", "One place has no average to stand beside", "A chart by size wants more than one place; the figure is told, and why there is no chart.", ["F6-places"], (random) => ({
    config: { src: "gardens.csv", area: US, view: "funnel", name: "the share of homes with a garden", polarity: "high-is-good", "value-type": "proportion", unit: "%" },
    files: { "gardens.csv": csv(bySize(random, { places: PLACES.slice(0, 1), level: 0.7 }), COUNTS, { indicator: "Homes with a garden", digits: 1 }) },
  })],
  ["funnel-not-counted", "A measure that is no count of anything", "Years of life are no share, rate or ratio of counts, so there is no range by size.", ["F6"], (random) => ({
    config: { src: "years.csv", area: US, view: "funnel", name: "life expectancy", polarity: "high-is-good", "value-type": "life-expectancy" },
    files: { "years.csv": csv(estimates(random, { england: 81.2, spread: 1.2, ours: 80.3, error: 0.2, period: "2021 - 23" }), RANGES, { indicator: "Life expectancy at birth", digits: 1 }) },
  })],

  ["Hard cases"],
  ["long-names", "Very long names, with accents", "Names are never cut in the table, and widths are measured by letter, not by byte.", ["C1"], (random) => ({
    config: { src: "language.csv", area: "E06000901", name: "the share of people who speak two languages or more", polarity: "no-judgement", basis: "survey", unit: "%" },
    files: { "language.csv": csv(shares(random, { places: LONG, england: 0.21, spread: 0.05, rates: { 0: 0.47 }, asked: 900, nation: 80000 }), PLAIN, { indicator: "People who speak two or more languages in daily life" }) },
  })],
  ["markup-in-names", "Markup in names and words never runs", "Tags in a cell are taken out, tags in the config are shown as text, and nothing runs.", ["C1"], (random) => {
    const names = { E10000902: "<img src=x onerror=alert(1)>", E10000903: "Marlwood & <b>Vale</b>", E10000904: "</script><script>alert(2)</script>", E10000905: '" autofocus onfocus="alert(3)', E10000906: "=HYPERLINK(\"http://example.invalid\")", E10000907: "{bench} Bay", E10000908: "&lt;i&gt; Hills" };
    const rows = shares(random, { england: 0.15, spread: 0.015, rates: { 0: 0.19 }, asked: 2000, nation: 150000 }).map((row) => ({ ...row, name: names[row.code] ?? row.name }));
    return {
      config: { src: "fly-tipping.csv", area: US, name: "the share of <em>streets</em> with litter", polarity: "low-is-good", basis: "survey", unit: "%" },
      files: { "fly-tipping.csv": csv(rows, PLAIN, { indicator: "Streets with <u>litter</u> & more" }) },
    };
  }],
  ["Over time"],
  ["trend-down", "Going down, and that is better", "The trend of the latest five figures is clear at the stricter level; the gap to England got smaller.", ["T1", "POL", "G1"], (random) => ({
    config: { src: "smoking.csv", view: "trend", views: "compare trend", area: US, neighbours: "neighbours.csv", ...smoking },
    files: {
      "smoking.csv": csv(overTime(random, years(2012, 2023), (year) => 0.23 - 0.0075 * (year - 2012), (year) => 0.16 - 0.002 * (year - 2012), { asked: 5600 }), GRADED, SMOKE),
      "neighbours.csv": neighbours(random, PLACES, 14),
    },
  })],
  ["trend-unclear", "No clear trend, and how big one would have to be", "A small change could be there and not show; the page says how big a change would show, and by when.", ["T2", "T9", "G2"], (random) => ({
    config: { src: "activity.csv", view: "trend", area: US, name: "the share of adults who are active", polarity: "high-is-good", basis: "survey", unit: "%" },
    files: { "activity.csv": csv(overTime(random, years(2017, 2023), () => 0.655, () => 0.672, { asked: 700 }), PLAIN, { indicator: "Adults who are active" }) },
  })],
  ["trend-long", "Clear over the years, not over the latest five", "A longer test, its window set by the publisher, goes before the recent one that shows nothing.", ["T3"], (random) => ({
    config: { src: "smoking.csv", view: "trend", area: US, "trend-from": "2011", ...smoking },
    files: { "smoking.csv": csv(overTime(random, years(2011, 2023), (year) => 0.21 - 0.0042 * Math.min(year - 2011, 9), (year) => 0.19 - 0.004 * (year - 2011), { asked: 1500 }), GRADED, SMOKE) },
  })],
  ["trend-break", "A new way of measuring, and what partners noted", "No line and no test goes across the break; the last figure is not final; a note stands on the axis of time.", ["T7", "T7-last"], (random) => ({
    config: {
      src: "smoking.csv", view: "trend", area: US, ...smoking,
      breaks: { 2018: "The survey asked a new question." }, provisional: ["2024"],
      events: { 2021: { text: "A stop-smoking service opened", who: "Public Health team" } },
    },
    files: { "smoking.csv": csv(overTime(random, years(2013, 2024), (year) => (year < 2018 ? 0.2 : 0.16) - 0.002 * (year - 2013), (year) => (year < 2018 ? 0.18 : 0.15) - 0.002 * (year - 2013), { asked: 2400 }), GRADED, SMOKE) },
  })],
  ["trend-hole", "A year that is not shown", "The line stops at the gap, the table gives the reason, and no trend is tested across it.", ["T6"], (random) => ({
    config: { src: "smoking.csv", view: "trend", area: US, ...smoking },
    files: {
      "smoking.csv": csv(overTime(random, years(2017, 2023), () => 0.16, () => 0.14, {}).map((row) => (row.period === "2021" ? without([row], US, "*", "Too few to show")[0] : row)), [...GRADED, "note"], SMOKE),
    },
  })],
  ["trend-few", "Too few years to test", "Three figures are shown as they are; nothing is said of a trend.", ["C9-alone", "T4"], (random) => ({
    config: { src: "lonely.csv", view: "trend", area: US, name: "the share of adults who often feel lonely", polarity: "low-is-good", basis: "survey", unit: "%" },
    files: { "lonely.csv": csv(overTime(random, years(2021, 2023), () => 0.075, () => 0.071, {}), PLAIN, { indicator: "Adults who often feel lonely" }) },
  })],
  ["trend-one", "One year alone", "A single figure, with its range, and no line.", ["C0-alone", "T4-one"], (random) => ({
    config: { src: "lonely.csv", view: "trend", area: US, unit: "%" },
    files: { "lonely.csv": csv(overTime(random, [2023], () => 0.075, () => 0.071, {}), PLAIN, { indicator: "Adults who often feel lonely" }) },
  })],
  ["trend-overlap", "Years that overlap are not tested", "Each figure shares years with the next, which can show a trend that is not there.", ["T5-few"], (random) => ({
    config: { src: "heart.csv", view: "trend", area: US, name: "the rate of early deaths from heart disease", polarity: "low-is-good", "value-type": "standardised-rate", unit: "per 100,000 people" },
    files: { "heart.csv": csv(rolling(2011, 2021).flatMap((period, at) => estimates(random, { england: 73 - at, spread: 7, ours: 88 - 1.5 * at, error: 3.4, period })), RANGES, { indicator: "Early deaths from heart disease", digits: 1 }) },
  })],
  ["trend-apart", "Only years that share none are tested", "Of thirteen overlapping figures five stand clear of each other: these are tested, and the page says so.", ["T1", "T5"], (random) => ({
    config: { src: "heart.csv", view: "trend", area: US, name: "the rate of early deaths from heart disease", polarity: "low-is-good", "value-type": "standardised-rate", unit: "per 100,000 people" },
    files: { "heart.csv": csv(rolling(2006, 2018).flatMap((period, at) => estimates(random, { england: 83 - at, spread: 7, ours: 118 - 3 * at, error: 3.4, period })), RANGES, { indicator: "Early deaths from heart disease", digits: 1 }) },
  })],
  ["trend-crossed", "From one side of England to the other", "Clearly above in the first year and clearly below in the last.", ["T1", "G3"], (random) => ({
    config: { src: "school.csv", view: "trend", area: US, name: "the share of children ready for school", polarity: "high-is-good", basis: "counts", "value-type": "proportion" },
    files: { "school.csv": csv(overTime(random, years(2018, 2023), (year) => 0.73 - 0.022 * (year - 2018), () => 0.676, { asked: 5200, nation: 618000 }), PLAIN, { indicator: "Children ready to learn at five" }) },
  })],
  ["trend-no-judgement", "Going up, and nobody says whether that is better", "Up and down are facts; without a direction set by the publisher no word of ours judges.", ["T1"], (random) => ({
    config: { src: "renting.csv", view: "trend", area: US, name: "the share of households who rent", polarity: "no-judgement", basis: "survey", unit: "%" },
    files: { "renting.csv": csv(overTime(random, years(2016, 2023), (year) => 0.29 + 0.014 * (year - 2016), (year) => 0.35 + 0.003 * (year - 2016), { asked: 4800 }), PLAIN, { indicator: "Households who rent" }) },
  })],
  ["trend-label", "The publisher's own label says something else", "Their label is quoted as theirs, beside our check, and the receipt shows the arithmetic.", ["T8"], (random) => ({
    config: { src: "smoking.csv", view: "trend", area: US, publisher: "Wessmere Council", ...smoking },
    files: { "smoking.csv": csv(overTime(random, years(2019, 2023), () => 0.16, () => 0.14, {}).map((row) => ({ ...row, trend: row.code === US && row.period === "2023" ? "Increasing and getting worse" : "" })), [...GRADED, "trend"], { ...SMOKE, heads: { trend: "Recent Trend" } }) },
  })],
  ["trend-long-names", "Long names over time", "Names that wrap, in two languages, beside their lines and above them on a phone.", ["T2"], (random) => ({
    config: { src: "deprived.csv", view: "trend", area: "E06000901", benchmark: "E06000902", unit: "%", name: "the share of households without central heating", polarity: "low-is-good", breaks: { 2020: "Households with only portable heaters are counted from this year on, as the housing survey asks for them." }, events: { 2021: { text: "Cynllun cynhesu cartrefi wedi dechrau gyda'r holl bartneriaid", who: "Partneriaeth Tai Llanfair-ym-Môr" } } },
    files: { "deprived.csv": csv(overTime(random, years(2014, 2024), () => 0.031, () => 0.025, { places: LONG, asked: 4000 }), PLAIN, { indicator: "Households without central heating, or with only portable heaters" }) },
  })],
  ["trend-many", "A hundred and fifty places behind the line", "The band is the middle half of all of them; the benchmark is their middle.", ["T2"], (random) => ({
    config: { src: "screening.csv", view: "trend", area: "E06000900", benchmark: "peers", unit: "%", name: "the share of women screened", polarity: "high-is-good" },
    files: { "screening.csv": csv(overTime(random, years(2019, 2023), () => 0.7, () => 0.69, { places: MANY, asked: 900, nation: 0 }), PLAIN, { indicator: "Breast screening coverage", digits: 1 }) },
  })],
  ["trend-months", "Months are not tested as years are", "Some months differ every year; the chart of usual ups and downs is the one for them.", ["T6"], (random) => ({
    config: { src: "emergency.csv", view: "trend", area: "E54000901", name: "the share of people seen within 4 hours", polarity: "high-is-good", basis: "counts", "value-type": "proportion" },
    files: { "emergency.csv": csv(months(2022, 2023).flatMap((period) => shares(random, { places: SYSTEMS, england: 0.704, spread: 0.02, rates: { 0: 0.731 }, asked: 21000, nation: 2200000, period })), COUNTS, { indicator: "Seen within 4 hours in A&E" }) },
  })],
  ["Gaps between groups"],
  ["gap-deprivation", "From the most to the least deprived tenth", "The gap between the two ends, the line across all ten, and whether the gap is closing.", ["I1", "POL", "I1-ratio", "I2", "G1"], (random) => ({
    config: { src: "smoking.csv", view: "gap", views: "compare gap", area: US, ...smoking },
    files: { "smoking.csv": csv(years(2018, 2023).flatMap((year) => split(random, PLACES[0], String(year), DECILES, tenths(0.24, 0.09), 1400)), SPLIT, SMOKE) },
  })],
  ["gap-line", "The gap inside, beside the answer", "Where figures by group are there, every answer says how far apart the ends are.", ["C1", "I1"], (random) => ({
    config: { src: "smoking.csv", views: "compare trend gap", area: US, ...smoking },
    files: { "smoking.csv": csv(years(2018, 2023).flatMap((year) => [...shares(random, { period: String(year), england: 0.14, rates: { 0: 0.168 } }).map((row) => ({ ...row, sex: "Persons" })), ...split(random, PLACES[0], String(year), DECILES, tenths(0.24, 0.09), 1400).slice(1)]), SPLIT, SMOKE) },
  })],
  ["gap-sexes", "Females and males, in one year", "Two groups need no choosing; with one year there is nothing to say of a trend.", ["I1"], (random) => ({
    config: { src: "life.csv", view: "gap", area: US, name: "healthy life expectancy", polarity: "high-is-good", "value-type": "life-expectancy", unit: "years" },
    files: { "life.csv": csv([["Persons", 61.4, 0.5], ["Female", 62.9, 0.7], ["Male", 60.1, 0.7]].map(([sex, value, error]) => ({ ...estimate(PLACES[0], "2023", value, error), sex })), ["indicator", "code", "name", "sex", "period", "value", "lower", "upper"], { indicator: "Healthy life expectancy at birth" }) },
  })],
  ["gap-not-clear", "No clear gap, and nobody says which way is better", "The page gives the limits of the gap on both sides of none, and does not say that the two are the same.", ["I1-not-clear", "C2-not-same"], (random) => ({
    config: { src: "choirs.csv", view: "gap", area: US, name: "the share of adults who sing in a choir", polarity: "no-judgement", unit: "%" },
    files: { "choirs.csv": csv(split(random, PLACES[0], "2023", "Working status", { Working: 0.081, "Not working": 0.079 }, 900), SPLIT, { indicator: "Adults who sing in a choir" }) },
  })],
  ["gap-withheld", "One end is withheld", "To protect privacy the figure is not shown, so there is no gap and no line; the other groups stand.", ["I4"], (random) => ({
    config: { src: "smoking.csv", view: "gap", area: US, ...smoking },
    files: { "smoking.csv": csv(split(random, PLACES[0], "2023", DECILES, tenths(0.24, 0.09), 700).map((row) => (row.group?.startsWith("Least") ? { ...row, value: "[c]", lower: "", upper: "", lower998: "", upper998: "", count: "", denominator: "" } : row)), SPLIT, SMOKE) },
  })],
  ["gap-none", "Nothing is published by group", "The page says so, and does not leave the question out.", ["I4"], (random) => ({
    config: { src: "smoking.csv", view: "gap", groups: "deprivation", area: US, ...smoking },
    files: { "smoking.csv": csv(shares(random, { rates: { 0: 0.156 } }), GRADED, SMOKE) },
  })],
  ["gap-several", "More than two groups, and nobody says which two", "All are shown by age; which two to set against each other is for the publisher to say.", ["I1"], (random) => ({
    config: { src: "activity.csv", view: "gap", area: US, name: "the share of adults who are active", polarity: "high-is-good", unit: "%" },
    files: { "activity.csv": csv([["18+ yrs", 0.66, 9000], ["18-34 yrs", 0.72, 2600], ["35-54 yrs", 0.7, 2700], ["55-74 yrs", 0.63, 2500], ["75+ yrs", 0.41, 1200]].map(([age, rate, asked]) => ({ ...share(random, PLACES[0], "2023", rate, asked), age })), ["indicator", "code", "name", "age", "period", "value", "lower", "upper", "count", "denominator"], { indicator: "Active adults" }) },
  })],
  ["gap-long-names", "Groups with long names, spoken of in the publisher's words", "The publisher names the two groups, and how each is spoken of.", ["I1"], (random) => ({
    config: {
      src: "language.csv", view: "gap", area: "E06000901", name: "the share of people with a carer they can call on", polarity: "high-is-good", unit: "%",
      gap: { between: ["Pobl sy'n byw mewn cartrefi rhent preifat neu dros dro", "People who own their home outright or with a mortgage"], phrases: { "Pobl sy'n byw mewn cartrefi rhent preifat neu dros dro": "private and temporary lets", "People who own their home outright or with a mortgage": "homes that people own" } },
    },
    files: { "language.csv": csv(split(random, LONG[0], "2023", "Tenure of the household, in the words of the housing survey", { "Pobl sy'n byw mewn cartrefi rhent preifat neu dros dro": 0.52, "People who own their home outright or with a mortgage": 0.71, "People who rent from the council or a housing association": 0.64 }, 800), SPLIT, { indicator: "People with a carer they can call on" }) },
  })],
  ["gap-smaller", "The gap over time: smaller", "A reader asks for the gap over time: the change is clear at the stricter level.", ["G1"], (random) => ({
    config: { src: "smoking.csv", view: "gap", "gap-shows": "gap", area: US, ...smoking, events: { 2021: "Free help to stop smoking began in every ward." } },
    files: { "smoking.csv": csv(years(2016, 2023).flatMap((year) => split(random, PLACES[0], String(year), DECILES, tenths(0.26 - 0.014 * (year - 2016), 0.09), 2600)), SPLIT, SMOKE) },
  })],
  ["gap-parting", "Points and ratio part ways", "The gap got smaller in points, and bigger as a ratio: both are said.", ["G1", "I3"], (random) => ({
    config: { src: "decay.csv", view: "gap", "gap-shows": "gap", area: US, name: "the share of children with tooth decay", polarity: "low-is-good", basis: "counts", unit: "%" },
    files: { "decay.csv": csv(years(2019, 2023).flatMap((year) => split(random, PLACES[0], String(year), "Free school meals", { "Eligible": 0.4 - 0.045 * (year - 2019), "Not eligible": 0.2 - 0.037 * (year - 2019) }, 6000)), SPLIT, { indicator: "Tooth decay at five" }) },
  })],
  ["gap-ratio", "The ratio over time: bigger", "How many times the one the other is, with its range, over the level of none.", ["I3-ratio"], (random) => ({
    config: { src: "admissions.csv", view: "gap", "gap-shows": "ratio", groups: "sex", area: US, name: "the rate of stays in hospital for alcohol", polarity: "low-is-good", "value-type": "standardised-rate", unit: "per 100,000 people", gap: { between: ["Male", "Female"], phrases: { Male: "men", Female: "women" } } },
    files: { "admissions.csv": csv(years(2018, 2023).flatMap((year, at) => [["Persons", 420 + 8 * at, 5], ["Female", 300, 6], ["Male", 540 + 24 * at, 9]].map(([sex, value, error]) => ({ ...estimate(PLACES[0], String(year), value, error), sex }))), ["indicator", "code", "name", "sex", "period", "value", "lower", "upper"], { indicator: "Hospital stays for alcohol" }) },
  })],
  ["gap-no-range", "Groups without likely ranges", "The two figures are said, and that nothing tells how much is chance; there is no ratio and no line.", ["I1", "S5"], (random) => ({
    config: { src: "library.csv", view: "gap", area: US, name: "the share of people who use a library", polarity: "high-is-good", unit: "%", "value-type": "score" },
    files: { "library.csv": csv(split(random, PLACES[0], "2023", "Disability", { "Disabled": 0.27, "Not disabled": 0.33 }, 900), ["indicator", "code", "name", "sex", "grouping", "group", "period", "value"], { indicator: "People who use a library", digits: 1 }) },
  })],
  ["gap-parts", "Inside one place: forty neighbourhoods", "The spread of the parts, in a strip; some of it is chance, and the page says so.", ["I5"], (random) => ({
    config: { src: "smoking.csv", view: "gap", "gap-shows": "parts", area: US, ...smoking },
    files: { "smoking.csv": csv([share(random, PLACES[0], "2023", 0.152, 16000), ...HOODS.map((hood, at) => share(random, hood, "2023", 0.08 + 0.0035 * ((at * 17) % 40), 400))], ["indicator", "code", "name", "type", "parent_code", "parent_name", ...PLAIN.slice(3)], SMOKE) },
  })],

  ["What we have promised to do"],
  ["profile", "Eight promises, of many kinds", "Housing, work, safety and air stand beside health, local ones first; each with its peers, trend, target and partners.", ["title", "B1", "B2"], (random) => ({
    config: {
      src: "board.csv", view: "profile", area: US, neighbours: "neighbours.csv", today: "2024-06-01",
      board: { title: "What we have promised to do together", owner: US, tier: "system", limits: { system: 10, place: 6, neighbourhood: 4 } },
      indicators: BOARD.config, priorities: BOARD.priorities,
    },
    files: { "board.csv": csv(board(random), BOARD_COLUMNS), "neighbours.csv": neighbours(random, PLACES, 14) },
  })],
  ["profile-one", "One promise, past its days", "New figures, a review and a pledge are overdue, and each is said as plainly as that.", ["B1-one", "B2-risk"], (random) => ({
    config: {
      src: "board.csv", view: "profile", area: US, today: "2025-03-01", indicators: BOARD.config,
      priorities: [{ ...BOARD.priorities[0], review: "2024-12-31", "next-update": "2025-01-31", pledges: [
        { who: "Housing team", what: "Visit every home that has asked", by: "2024-09-30", updated: "2024-08-01", update: "Four in five are visited" },
        { who: "Tenants together", what: "Hold a meeting in each ward", by: "2024-12-31", updated: "2024-11-20", done: true },
        { who: "Landlords of Wessmere", what: "Publish repair times", by: "2025-06-30" },
      ] }],
    },
    files: { "board.csv": csv(measure(random, MEASURES[0]), BOARD_COLUMNS) },
  })],
  ["profile-no-polarity", "Nobody says which way is better", "Figure, peers and trend are shown; without a better side there is no state and no colour.", ["B1-one", "B1-no-state-one"], (random) => ({
    config: {
      src: "board.csv", view: "profile", area: US, indicators: { "Households who rent": { unit: "%", polarity: "no-judgement" } },
      priorities: [{ indicator: "Households who rent", kind: "local", type: "outcome", members: "/your-ward", partners: PARTNERS }],
    },
    files: { "board.csv": csv(measure(random, ["Households who rent", [0.29, 0.3, 0.32, 0.33, 0.35], 0.36, 3000]), BOARD_COLUMNS) },
  })],
  ["profile-sparse", "Withheld, too few years, not in the file", "What cannot be judged yet says why, and no other measure stands in its place.", ["B1"], (random) => ({
    config: {
      src: "board.csv", view: "profile", area: US, indicators: BOARD.config, board: { title: "Three promises we cannot judge yet" },
      priorities: [BOARD.priorities[0], { ...BOARD.priorities[1], target: undefined }, { ...BOARD.priorities[2], indicator: "Adults who feel lonely", title: "Adults who feel lonely" }],
    },
    files: {
      "board.csv": csv([
        ...measure(random, MEASURES[0]).map((row) => (row.code === US && row.period === "2023" ? without([row], US, "*", "Too few to show")[0] : row)),
        ...measure(random, MEASURES[1]).filter((row) => row.period === "2023"),
      ], [...BOARD_COLUMNS, "note"]),
    },
  })],
  ["profile-draft", "A draft that says so everywhere", "The mark stands in the text, on the picture, on every card and in the table's file; no option takes it away.", ["B9-draft"], (random) => ({
    config: {
      src: "board.csv", view: "profile", area: US, indicators: BOARD.config, board: { title: "What we could promise", draft: true },
      priorities: BOARD.priorities.slice(0, 3),
    },
    files: { "board.csv": csv(board(random, MEASURES.slice(0, 3)), BOARD_COLUMNS) },
  })],
  ["profile-different", "Different on purpose, past its review", "A dated choice stands beside the state and changes nothing of it; past its day it says so.", ["B1"], (random) => ({
    config: {
      src: "board.csv", view: "profile", area: US, today: "2024-06-01", indicators: BOARD.config,
      priorities: [
        { ...BOARD.priorities[2], "different-on-purpose": { body: "The partnership board", date: "2022-04-01", reason: "We pay for help at home rather than for groups", link: "/decisions/2022-14", review: "2024-03-31" } },
        { ...BOARD.priorities[4], "different-on-purpose": { body: "Wessmere Council", date: "2023-11-15", reason: "Buses first in the villages", link: "https://wessmere.example/decisions/9", review: "2025-11-15" } },
      ],
    },
    files: { "board.csv": csv(board(random, [MEASURES[2], MEASURES[4]]), BOARD_COLUMNS) },
  })],
  ["profile-long-names", "Long names on a board", "Names that wrap, in two languages, keep their room on a phone.", ["title", "B1"], (random) => ({
    config: {
      src: "board.csv", view: "profile", area: "E06000901", unit: "%", polarity: "low-is-good", board: { title: "Yr hyn yr ydym wedi addo ei wneud gyda'n gilydd dros y pum mlynedd nesaf" },
      priorities: ["Households without central heating, or with only portable heaters", "Pobl ifanc nad ydynt mewn addysg, cyflogaeth na hyfforddiant"].map((indicator, at) => ({
        indicator, kind: at ? "national" : "local", type: "outcome", members: "/your-ward", frameworks: ["Deddf Llesiant Cenedlaethau'r Dyfodol (Cymru) 2015", "Public Health Outcomes Framework"],
        target: { level: 2, date: "2028", baseline: { period: "2019" } },
        partners: [{ name: "Partneriaeth Tai Llanfair-ym-Môr a'r Pedwar Plwyf", role: "Yn trefnu ymweliadau â chartrefi gyda'r holl bartneriaid lleol", type: "voluntary-and-community" }, { name: "Aldermarsh-on-the-Water with Great and Little Saltreach Town Council", role: "Finds homes that have no heating", type: "council" }],
      })),
    },
    files: { "board.csv": csv([["Households without central heating, or with only portable heaters", [0.03, 0.031, 0.029, 0.03, 0.031], 0.025, 4000], ["Pobl ifanc nad ydynt mewn addysg, cyflogaeth na hyfforddiant", [0.05, 0.052, 0.049, 0.05, 0.05], 0.05, 1500]].flatMap((one) => measure(random, one, LONG)), BOARD_COLUMNS) },
  })],
  ["profile-many", "A promise among a hundred and fifty places", "However many the peers, a row shows where they lie and no place in an order.", ["B1-one"], (random) => ({
    config: {
      src: "board.csv", view: "profile", area: "E06000900", indicators: BOARD.config,
      priorities: [{ ...BOARD.priorities[1], target: { level: 80, standard: true } }],
    },
    files: { "board.csv": csv(measure(random, MEASURES[1], MANY), BOARD_COLUMNS) },
  })],

  ["In Welsh"],
  ["in-welsh", "A comparison in Welsh", "Sentences by Welsh grammar, the publisher's own texts in both languages, and the same figures as in English.", ["C1", "POL", "S1", "P1", "P2"], () => ({
    config: { src: "smoking.csv", area: US, neighbours: "neighbours.csv", ...SMOKING_CY, ...NAMES_CY, "next-update": { en: "June", cy: "Mehefin" } },
    files: filesOf("clearly-higher"),
  })],
  ["in-welsh-unclear", "No clear gap, in Welsh", "Fewer than eight peers, chosen by hand; one text is there in English only, and is marked as such.", ["C2", "P1-few", "P5"], (random) => ({
    config: {
      src: "choirs.csv", area: US, lang: "cy", name: { en: "the share of adults who sing in a choir", cy: "cyfran yr oedolion sy'n canu mewn côr" }, polarity: "no-judgement", basis: "survey", unit: "%", ...NAMES_CY,
      peers: "Coastal places", publisher: { en: "Wessmere Council", cy: "Cyngor Wessmere" }, licence: { en: "Free to use" },
      "peer-groups": { "Coastal places": { codes: ["E10000905", "E10000907", "E10000912"], reason: { en: "They have a coast, as we do", cy: "Mae ganddynt arfordir, fel ni" }, date: "2025-06-01" } },
    },
    files: { "choirs.csv": csv(shares(random, { england: 0.08, spread: 0.012, rates: { 0: 0.081 }, asked: 1000, nation: 90000 }), PLAIN, { indicator: "Adults who sing in a choir" }) },
  })],
  ["in-welsh-beside", "What stands beside a comparison, in Welsh", "On request: against each peer, by every rule, from whom to learn, and between which positions.", ["P3", "P4", "P5-position", "P6"], () => ({
    config: {
      src: "active.csv", area: US, neighbours: "neighbours.csv", show: ["learning", "pairs", "positions", "peer-rules"], lang: "cy", name: { en: "the share of adults who are active", cy: "cyfran yr oedolion sy'n gwneud ymarfer corff" }, polarity: "high-is-good", basis: "survey", unit: "%", ...NAMES_CY,
      "learn-from": { E10000905: { text: { en: "How Saltreach opened its paths", cy: "Sut yr agorodd Saltreach ei llwybrau" }, link: "https://example.org/saltreach" } },
    },
    files: filesOf("learn-from"),
  })],
  ["in-welsh-trend", "Over time, in Welsh", "The trend, the gap to the nation, and a note of what partners did, in the words of both languages.", ["T1", "POL", "G1"], () => ({
    config: { src: "smoking.csv", view: "trend", views: "compare trend", area: US, neighbours: "neighbours.csv", ...SMOKING_CY, ...NAMES_CY, events: { 2021: { text: { en: "A stop-smoking service opened", cy: "Agorodd gwasanaeth rhoi'r gorau i ysmygu" }, who: { en: "Public Health team", cy: "Tîm Iechyd y Cyhoedd" } } } },
    files: filesOf("trend-down"),
  })],
  ["in-welsh-months", "A trend that is not tested, in Welsh", "Months by their Welsh names, and why no trend is told.", ["C9-alone", "T6"], () => ({
    config: { ...configOf("trend-months"), lang: "cy", name: { en: "the share of people seen within 4 hours", cy: "cyfran y bobl a welwyd o fewn 4 awr" }, ...NAMES_CY },
    files: filesOf("trend-months"),
  })],
  ["in-welsh-process", "Ups and downs, in Welsh", "The usual range, what stands outside it, and the standard.", ["R2", "R4", "R7", "R8"], () => ({
    config: { ...configOf("process"), lang: "cy", name: { en: waits.name, cy: "cyfran y bobl a arhosodd fwy na phedair awr" }, ...NAMES_CY },
    files: filesOf("process"),
  })],
  ["in-welsh-run", "Seven in a row, in Welsh", "A count of months after a number: 7 o fisoedd.", ["R3", "R4"], () => ({
    config: { ...configOf("process-run"), lang: "cy", name: { en: "the share of calls answered within a minute", cy: "cyfran y galwadau a atebwyd o fewn munud" }, ...NAMES_CY },
    files: filesOf("process-run"),
  })],
  ["in-welsh-funnel", "By size, in Welsh", "Above what its size would lead one to expect.", ["F2", "POL", "F3"], () => ({
    config: { ...configOf("funnel"), lang: "cy", name: { en: "the share of people back in hospital within a month", cy: "cyfran y bobl sydd yn ôl yn yr ysbyty o fewn mis" }, ...NAMES_CY },
    files: filesOf("funnel"),
  })],
  ["in-welsh-gap", "The gap between groups, in Welsh", "Nouns with an article after the word for “and”, which then becomes a'r.", ["I1", "POL", "I1-ratio", "I2", "G1"], () => ({
    config: { src: "smoking.csv", view: "gap", views: "compare gap", area: US, ...SMOKING_CY, ...NAMES_CY },
    files: filesOf("gap-deprivation"),
  })],
  ["in-welsh-ratio", "The ratio over time, in Welsh", "How many times the one the other is; the groups in the publisher's words.", ["I3-ratio"], () => ({
    config: { ...configOf("gap-ratio"), lang: "cy", name: { en: "the rate of stays in hospital for alcohol", cy: "cyfradd yr arosiadau mewn ysbyty sy'n gysylltiedig ag alcohol" }, unit: { en: "per 100,000 people", cy: "fesul 100,000 o bobl" }, gap: { between: ["Male", "Female"], phrases: { Male: { en: "men", cy: "dynion" }, Female: { en: "women", cy: "menywod" } } }, ...NAMES_CY },
    files: filesOf("gap-ratio"),
  })],
  ["in-welsh-places", "Place and system, in Welsh", "What contains our area and lies in it, and that the parts add up.", ["D1"], () => ({
    config: { ...configOf("place-and-system"), lang: "cy", name: { en: LEVELS.name, cy: "cyfran yr oedolion sy'n gwneud ymarfer corff" }, ...NAMES_CY },
    files: filesOf("place-and-system"),
  })],
  ["in-welsh-profile", "A board of promises, in Welsh", "States, checks, targets, partners and pledges; titles and what people told in both languages.", ["title", "B1", "B2"], () => {
    const { priorities, ...config } = configOf("profile");
    const titles = ["Cartrefi sych a chynnes", "Gwaith da i fwy o bobl", "Oedolion sy'n ysmygu", "Plant yn barod i ddysgu", "Ffyrdd o deithio", "Diogel ar ôl iddi nosi", "Aer glân", "Aros am driniaeth"];
    return {
      config: {
        ...config, lang: "cy", ...NAMES_CY,
        board: { ...config.board, title: { en: config.board.title, cy: "Yr hyn yr ydym wedi addo ei wneud gyda'n gilydd" } },
        priorities: priorities.map((priority, at) => ({ ...priority, title: { en: priority.title ?? MEASURES[at][0], cy: titles[at] } })),
      },
      files: filesOf("profile"),
    };
  }],
];

/** The website's download of 2023 and later: BOM, CRLF, all quoted, `AreaName`, markup in cells, deprivation rows with England's code. */
function fingertips(random) {
  const heads = [
    "Indicator ID", "Indicator Name", "Parent Code", "Parent Name", "Area Code", "AreaName", "Area Type", "Sex", "Age", "Category Type", "Category", "Time period", "Value",
    "Lower CI 95.0 limit", "Upper CI 95.0 limit", "Lower CI 99.8 limit", "Upper CI 99.8 limit", "Count", "Denominator", "Value note", "Recent Trend",
    "Compared to England value or percentiles", "Compared to parent value or percentiles", "Time period Sortable", "New data", "Compared to goal", "Time period range",
  ];
  const thousands = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
  const rows = [];
  for (const year of years(2019, 2023)) {
    const all = shares(random, { england: 0.165 - 0.002 * (year - 2019), spread: 0.015, rates: { 0: 0.196 - 0.001 * (year - 2019), 6: 0.14 }, asked: 4100, nation: 420000, period: `${year}/${year - 1999}` });
    const england = all.at(-1);
    const label = (row) => (row === england ? "" : row.lower > england.value ? "Worse" : row.upper < england.value ? "Better" : "Similar");
    for (const row of [england, ...all.slice(0, -1)]) {
      const held = row.code === "E10000910" && year === 2023;
      const part = row === england ? ["", ""] : ["E92000001", "England"];
      const note = held ? '<span class="tooltipValueNote">* Value suppressed for disclosure control due to small count</span>' : "";
      const numbers = held ? ["", "", "", "", "", '<div class="no-data">-</div>', ""] : [row.value, row.lower, row.upper, row.lower998, row.upper998].map((number) => number.toFixed(4)).concat(thousands(row.count), String(row.denominator));
      rows.push(["99901", "Smoking at the time of birth", ...part, row.code, row.name, row === england ? "England" : "Counties & UAs (from Apr 2023)", "Female", "All ages", "", "", row.period, ...numbers, note, year === 2023 ? "Cannot be calculated" : "", held ? "Not compared" : label(row), "", `${year}0000`, "", "", "1y"]);
    }
    for (const [decile, rate] of [["Most deprived decile (IMD2019)", 0.24], ["Least deprived decile (IMD2019)", 0.08]]) {
      const row = share(random, ENGLAND, england.period, rate, 42000);
      rows.push(["99901", "Smoking at the time of birth", "", "", row.code, row.name, "England", "Female", "All ages", "County & UA deprivation deciles in England (IMD2019, 4/21 geography)", decile, row.period, ...[row.value, row.lower, row.upper, row.lower998, row.upper998].map((number) => number.toFixed(4)), thousands(row.count), String(row.denominator), "", "", "Not compared", "", `${year}0000`, "", "", "1y"]);
    }
  }
  return "\uFEFF" + [heads, ...rows].map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(",") + "\r\n").join("");
}

/** Explore Local Statistics: no counts, ISO periods, `status` for what is left out. */
function ons(random) {
  const columns = ["areacd", "areanm", "geography", "indicator", "period", "observation", "measure", "unit", "lci_95", "uci_95", "status", "notes"];
  const rows = years(2020, 2023).flatMap((year) => estimates(random, { england: 14.1, spread: 0.9, ours: 16.2, error: 0.42, period: `${year}-04-01/P1Y` }));
  return csv(rows.map((row) => {
    const left = row.code === "E10000911" ? "u" : row.code === "E10000906" ? "x" : "";
    const facts = { areacd: row.code, areanm: row.name, geography: row.code === "E92000001" ? "Nation" : "County or Unitary Authority", indicator: "High blood pressure", period: row.period, measure: "Percentage", unit: "%", status: left };
    return left ? facts : { ...facts, observation: row.value, lci_95: row.lower, uci_95: row.upper };
  }), columns, { indicator: "High blood pressure", digits: 2 });
}

// ---- writing

function made() {
  const files = new Map();
  const index = [];
  const json = (value) => JSON.stringify(value, null, 2) + "\n";
  let part = "";
  for (const [name, title, about, says, make] of CASES) {
    if (!title) {
      part = name;
      continue;
    }
    if (title.length >= 60) throw new Error(`${name}: the title is too long: ${title}`);
    const { config, files: data } = make(stream(name));
    files.set(`${name}/case.json`, json({ title, about, says }));
    files.set(`${name}/config.json`, json({ ...config, source: SOURCE }));
    for (const [file, content] of Object.entries(data)) files.set(`${name}/${file}`, content);
    index.push({ name, title, about, part });
  }
  files.set("index.json", json(index));
  return files;
}

function standing() {
  return readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(here.length + 1))
    .filter((path) => path !== "generate.mjs");
}

const files = made();
const stale = standing().filter((path) => !files.has(path));
if (process.argv.includes("--check")) {
  const same = (path, content) => existsSync(join(here, path)) && readFileSync(join(here, path)).equals(Buffer.from(content));
  const wrong = [...[...files].filter(([path, content]) => !same(path, content)).map(([path]) => path), ...stale];
  for (const path of wrong) console.error(`${path}: not as generate.mjs makes it; run node tests/cases/generate.mjs`);
  if (wrong.length) process.exit(1);
} else {
  for (const path of stale) rmSync(join(here, path));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(here, path)), { recursive: true });
    writeFileSync(join(here, path), content);
  }
}
console.log(`${files.size} files of ${CASES.filter((entry) => entry.length > 1).length} cases`);
