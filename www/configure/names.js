// What the files can answer: their places, measures, periods and groups, with words for each.

// A code may stand in the files under several types.
const once = (list) => list.filter(({ code }, at) => list.findIndex((one) => one.code === code) === at);
const labelled = (list) => once(list).map(({ code, name }) => [code, name && name !== code ? `${name} (${code})` : code]);
const byName = (one, other) => (one[1] < other[1] ? -1 : 1);

/**
 * The answers of each kind that the files hold.
 * @param {object} seen what the engine understood @param {import("./state.js").State} state
 * @returns {(from: import("./questions.js").From) => [string, string][]}
 */
export function namesOf(seen, state) {
  const types = [...new Set(seen.areas.map((area) => area.type).filter(Boolean))];
  const same = seen.areas.length > 0 ? common(seen.areas) : "";
  const chosen = () => seen.indicators.find((one) => one.id === String(state.config.indicator)) ?? seen.indicators[0];
  const answers = {
    areas: () => {
      const type = state.config["area-type"] ?? same;
      const of = seen.areas.filter((area) => area.type === type);
      return labelled(of.length > 0 ? of : seen.areas).sort(byName);
    },
    "area-types": () => types.map((type) => [type, type]),
    benchmarks: () => labelled(seen.areas.filter((area) => area.type !== same)).sort(byName),
    indicators: () => seen.indicators.map(({ id, name }) => [id, name || id]),
    periods: () => seen.periods.map((period) => [period, period]),
    series: () => (chosen()?.series ?? []).map((label) => [label, label]),
    groupings: () => [["deprivation", "Deprivation"], ["sex", "Sex"], ["age", "Age"], ["ethnicity", "Ethnicity"]],
  };
  return (from) => answers[from]?.() ?? [];
}

// The kind of area most of the places are of.
function common(areas) {
  const counts = new Map();
  for (const { type } of areas) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
