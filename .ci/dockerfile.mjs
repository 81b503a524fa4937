// Checks a Dockerfile: its grammar with dockerfile-utils, good practice with dockerfilelint.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";

const here = dirname(fileURLToPath(import.meta.url));
const file = process.argv[2];
const faults = validate(readFileSync(file, "utf8"));
faults.forEach((it) => console.log(`${file}:${it.range.start.line + 1}: ${it.message}`));
execFileSync(join(here, "node_modules/.bin/dockerfilelint"), ["--config", here, file], { stdio: "inherit" });
process.exit(faults.length === 0 ? 0 : 1);
