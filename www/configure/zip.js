// Fetched, or bundled, apart from the rest: the one library that the configurator uses.
export { zipSync } from "fflate";
