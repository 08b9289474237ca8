// Runs the page's checker over the shared vectors; prints, as JSON, every vector on which it differs.
import fs from "node:fs";
import vm from "node:vm";

const [core, vectors] = process.argv.slice(2);
vm.runInThisContext(fs.readFileSync(core, "utf8"));
const shared = JSON.parse(fs.readFileSync(vectors, "utf8"));
const differences = [];
let count = 0;
for (const vector of shared.vectors) {
  const site = shared.sites[vector.site];
  const keys = await kopsurat.checkKeyList(site.keys);
  const verdict = await kopsurat.judge(vector.text, {
    list: keys, lists: site.lists, listed: keys ? [keys.host] : [], hostname: null, now: vector.at, codebook: shared.codebook,
  });
  const said = { verdict: verdict.verdict, reason: verdict.reasons[0] && verdict.reasons[0].code };
  const { host, ...claims } = verdict.claims || {};
  // Vectors state the claims of some; whatever nobody vouches for must show none.
  const vouched = ["valid", "expired", "revoked", "status-unchecked", "not-registered"].includes(said.verdict);
  const claimsFit = vector.claims ? JSON.stringify(sorted(claims)) === JSON.stringify(sorted(vector.claims))
    : vouched === Boolean(verdict.claims);
  const same = said.verdict === vector.verdict && said.reason === vector.reason && claimsFit;
  if (!same) differences.push({ name: vector.name, wanted: [vector.verdict, vector.reason, vector.claims], said, claims });
  count += 1;
}
function sorted(value) {
  return value && Object.fromEntries(Object.entries(value).sort());
}
console.log(JSON.stringify({ count, differences }));
