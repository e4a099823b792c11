// What the element says in Welsh before there is an engine to say it. Fetched when the first of it is needed.

export const engine = "Ni ddaeth y rhan sy'n cyfrifo'r gymhariaeth yn gyfan, neu nid yw'r porwr hwn neu bolisi diogelwch y safle hwn yn ei chaniatáu.";
export const broken = "Ni ellid cyfrifo'r gymhariaeth.";
export const noSource = "Ni enwir ffeil ddata. Ychwanegwch ei chyfeiriad yn “src”.";
export const notFound = (address, status) => `Ni ellid llwytho'r ffeil ddata (${status}): ${address}. Gwiriwch y cyfeiriad.`;
export const offline = (address) => `Ni ellid llwytho'r ffeil ddata: ${address}. Gwiriwch y cyfeiriad, ei hash os oes un, a'r cysylltiad.`;
export const picture = "Ni ellid tynnu'r llun.";
export const config = (address) => `Ni ellid darllen y ffeil ffurfweddu: ${address}. Gwiriwch ei bod yno a'i bod yn JSON.`;
