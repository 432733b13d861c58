import type { Language, SeedCompany, SeedPerson } from './story.ts'

/** Name and days since joining; a language where it is not the company's. */
type Colleague = [name: string, joinedDaysAgo: number, locale?: Language]

/** One customer: key (also its mail domain), name with city, plan, EUR a month, language, people. */
type Crew = [
  key: string,
  name: string,
  plan: SeedCompany['plan'],
  revenue: number,
  locale: Language,
  people: Colleague[],
]

const staff: SeedPerson[] = [
  {
    key: 'sanne-vos',
    name: 'Sanne Vos',
    email: 'sanne@bakfleet.example',
    locale: 'en',
    role: 'owner',
    title: 'Community lead',
    joinedDaysAgo: 1460,
  },
  {
    key: 'bram-hoekstra',
    name: 'Bram Hoekstra',
    email: 'bram@bakfleet.example',
    locale: 'en',
    role: 'admin',
    title: 'Platform and data',
    joinedDaysAgo: 1455,
  },
  {
    key: 'joris-peeters',
    name: 'Joris Peeters',
    email: 'joris@bakfleet.example',
    locale: 'fr',
    role: 'moderator',
    title: 'Community, French and German',
    joinedDaysAgo: 730,
  },
  {
    key: 'ines-carvalho',
    name: 'Inês Carvalho',
    email: 'ines@bakfleet.example',
    locale: 'en',
    role: 'product',
    title: 'Product lead, routing',
    joinedDaysAgo: 1204,
  },
  {
    key: 'milan-horvat',
    name: 'Milan Horvat',
    email: 'milan@bakfleet.example',
    locale: 'de',
    role: 'product',
    title: 'Product lead, stops',
    joinedDaysAgo: 980,
  },
  {
    key: 'rosa-kamp',
    name: 'Rosa Kamp',
    email: 'rosa@bakfleet.example',
    locale: 'en',
    role: 'product',
    title: 'Product lead, rider app',
    joinedDaysAgo: 815,
  },
]

// biome-ignore format: one customer a line reads as a table
const lowCountries: Crew[] = [
  ['groene-rit', 'Groene Rit, Zwolle', 'fleet', 340, 'en', [['Femke Dijkstra', 512], ['Jurre Bosman', 488], ['Anouk Veldman', 203], ['Teun Wiersma', 131]]],
  ['fietskoerier-noord', 'Fietskoerier Noord, Leeuwarden', 'network', 2150, 'en', [['Hanneke de Boer', 1102], ['Sjoerd Hiemstra', 874], ['Maaike Postma', 640], ['Wytse Bakker', 377], ['Esra Kaplan', 219]]],
  ['stadsbak', 'Stadsbak, Groningen', 'fleet', 620, 'en', [['Gerrit Hofstra', 933], ['Lotte Meijer', 701], ['Niels Ubels', 348], ['Fenna Kuiper', 166]]],
  ['maasbezorging', 'Maasbezorging, Rotterdam', 'network', 2890, 'en', [['Ruud van Dalen', 1240], ['Soraya el Amrani', 690], ['Jeroen Blok', 655], ['Dewi Santoso', 402], ['Marleen Kok', 240]]],
  ['grachtengoed', 'Grachtengoed, Amsterdam', 'fleet', 710, 'en', [['Tess Verhoeven', 810], ['Olivier Brandsma', 533], ['Yasmin Bouali', 290], ['Koen Rijnders', 178]]],
  ['bakkerij-op-wielen', 'Bakkerij op Wielen, Nijmegen', 'starter', 78, 'en', [['Bart Janssen', 455], ['Ilse Peters', 312], ['Roos Hendriks', 144]]],
  ['gent-levert', 'Gent Levert, Ghent', 'fleet', 540, 'en', [['Wout De Smet', 1008], ['Lise Vandamme', 766], ['Bram Goethals', 410], ['Elke Steyaert', 187]]],
  ['sinjoor-koeriers', 'Sinjoor Koeriers, Antwerp', 'fleet', 460, 'en', [['Pieter Callens', 890], ['Nele Jacobs', 521], ['Karim Benali', 333], ['Joke Wuyts', 158]]],
  ['dille-en-doos', 'Dille & Doos, Leuven', 'starter', 117, 'en', [['Ingrid Lauwers', 702], ['Stijn Claes', 398], ['Hilde Maes', 214]]],
  ['liege-a-velo', 'Liège à Vélo, Liège', 'starter', 78, 'fr', [['Thibault Renson', 430], ['Sarah Dubuisson', 277], ['Nadège Collard', 139]]],
  ['bruxelles-colis', 'Bruxelles Colis, Brussels', 'fleet', 690, 'fr', [['Youssef Amrani', 955], ['Céline Hendrickx', 620], ['Mathieu Dewael', 344, 'en'], ['Fatou Sow', 192]]],
]

// biome-ignore format: one customer a line reads as a table
const france: Crew[] = [
  ['la-cargotte', 'La Cargotte, Nantes', 'fleet', 510, 'fr', [['Aurélie Tissot', 870], ['Maël Guillou', 540], ['Yuna Tanguy', 362], ['Bastien Roussel', 201]]],
  ['colis-vert', 'Colis Vert, Lyon', 'starter', 156, 'fr', [['Luc Verhaegen', 780], ['Samira Ouali', 466], ['Hugo Perrachon', 251], ['Manon Giraud', 147]]],
  ['la-roulante', 'La Roulante, Grenoble', 'fleet', 430, 'fr', [['Mirela Stan', 505], ['Quentin Blanchet', 498], ['Élodie Faure', 289], ['Ismaël Traoré', 173]]],
  ['cyclofrais', 'Cyclofrais, Bordeaux', 'fleet', 580, 'fr', [['Pablo Iriarte', 611], ['Jeanne Larrieu', 602], ['Clément Darrigade', 330], ['Inès Bouzid', 188]]],
  ['les-petites-roues', 'Les Petites Roues, Strasbourg', 'starter', 78, 'fr', [['Anne Schmitt', 395], ['Florian Muller', 260], ['Louise Kauffmann', 152]]],
  ['velo-marmite', 'La Vélo-Marmite, Lille', 'starter', 78, 'fr', [['Delphine Vasseur', 348], ['Rémi Lefebvre', 236], ['Karima Haddad', 127]]],
  ['coursiers-du-vieux-port', 'Les Coursiers du Vieux-Port, Marseille', 'fleet', 390, 'fr', [['Nadia Benhamou', 677], ['Théo Castelli', 421], ['Jean-Marc Pujol', 300], ['Sofia Andreani', 159]]],
  ['bretagne-biporteurs', 'Bretagne Biporteurs, Rennes', 'fleet', 320, 'fr', [['Gwenaëlle Le Goff', 588], ['Erwan Kerbrat', 371], ['Solène Rivoal', 243], ['Malo Jégou', 136]]],
  ['pharmavelo', 'Pharmavélo, Toulouse', 'fleet', 870, 'fr', [['Sandrine Cazeneuve', 921], ['Adrien Lacoste', 634], ['Mehdi Zerrouki', 355], ['Camille Fabre', 199]]],
]

// biome-ignore format: one customer a line reads as a table
const germanSpeaking: Crew[] = [
  ['radkurier-sued', 'Radkurier Süd, Freiburg', 'fleet', 480, 'de', [['Lea Brandt', 800, 'en'], ['Matthias Ritter', 733], ['Svenja Hug', 309], ['Emre Yıldız', 162]]],
  ['lastenliebe', 'Lastenliebe, Hamburg', 'fleet', 760, 'de', [['Jannik Petersen', 845], ['Wiebke Thomsen', 612], ['Ayşe Demir', 420], ['Ole Clausen', 256], ['Merle Brodersen', 149]]],
  ['kiezkurier', 'Kiezkurier, Berlin', 'network', 3120, 'de', [['Katharina Vogt', 1190], ['Mehmet Arslan', 860], ['Ronny Schulze', 547], ['Linh Tran', 388], ['Paul Wegener', 175]]],
  ['isar-fracht', 'Isar-Fracht, Munich', 'fleet', 830, 'de', [['Sepp Huber', 1011], ['Veronika Lechner', 668], ['Dragan Petrović', 341], ['Theresa Wimmer', 183]]],
  ['rheinrolle', 'Rheinrolle, Cologne', 'fleet', 590, 'de', [['Jörg Breuer', 772], ['Nina Esser', 480], ['Tobias Klütsch', 296], ['Filiz Özdemir', 274]]],
  ['talrad', 'Talrad, Stuttgart', 'fleet', 410, 'de', [['Ulrike Häfele', 641], ['Markus Gaiser', 437], ['Elif Kaya', 268], ['Sven Pfleiderer', 154]]],
  ['saalesprinter', 'Saalesprinter, Leipzig', 'starter', 39, 'de', [['Friederike Böhme', 389], ['Toni Richter', 271], ['Henrike Lange', 140]]],
  ['kurierwerk', 'Kurierwerk, Dresden', 'starter', 78, 'de', [['Steffen Kirsch', 460], ['Antje Nowotny', 315], ['Jakub Šimek', 133, 'en']]],
  ['wiener-ladung', 'Wiener Ladung, Vienna', 'fleet', 920, 'de', [['Magdalena Steiner', 998], ['Lukas Hofer', 576], ['Zeynep Aksoy', 359], ['Georg Pichler', 191]]],
  ['grazer-radboten', 'Grazer Radboten, Graz', 'starter', 117, 'de', [['Barbara Krenn', 503], ['Florian Edlinger', 280], ['Mira Kovač', 146]]],
  ['velokurier-aare', 'Velokurier Aare, Bern', 'fleet', 980, 'de', [['Reto Zbinden', 1077], ['Fränzi Aebischer', 719], ['Luca Bernasconi', 406], ['Sabine Nydegger', 222]]],
  ['leman-cyclo', 'Léman Cyclo, Lausanne', 'fleet', 640, 'fr', [['Valérie Rochat', 830], ['Nicolas Pittet', 492], ['Joana Ferreira', 318], ['Yann Chevalley', 167]]],
]

// biome-ignore format: one customer a line reads as a table
const nordics: Crew[] = [
  ['nordlast', 'Nordlast, Bergen', 'fleet', 520, 'en', [['Marit Solberg', 744], ['Eirik Haugen', 530], ['Ingvild Myhre', 285], ['Sander Nygård', 160]]],
  ['varesykkel', 'Varesykkel, Oslo', 'network', 2480, 'en', [['Håkon Berge', 1133], ['Silje Tveit', 804], ['Amina Warsame', 571], ['Lars Dahl', 339], ['Kaja Moen', 181]]],
  ['vagnmakarna', 'Vagnmakarna, Malmö', 'fleet', 450, 'en', [['Oskar Lind', 903], ['Ebba Sjöström', 560], ['Rasmus Ek', 301], ['Zahra Nouri', 155]]],
  ['paketcykeln', 'Paketcykeln, Gothenburg', 'fleet', 770, 'en', [['Annika Wallin', 866], ['Johan Bergqvist', 624], ['Mattias Hedlund', 352], ['Leila Farah', 198]]],
  ['ladcykelbude', 'Ladcykelbude, Copenhagen', 'network', 4260, 'en', [['Mette Krogh', 1301], ['Anders Bruun', 942], ['Freja Winther', 605], ['Rasmus Toft', 370], ['Nanna Skov', 174]]],
  ['aarhus-cykelbud', 'Aarhus Cykelbud, Aarhus', 'starter', 117, 'en', [['Søren Lykke', 478], ['Kirsten Damgaard', 294], ['Emil Juhl', 137]]],
  ['rahtipyora', 'Rahtipyörä, Tampere', 'fleet', 360, 'en', [['Jukka Peltonen', 692], ['Aino Salmela', 444], ['Ville Rantanen', 273], ['Hanna Koskela', 157]]],
]

// biome-ignore format: one customer a line reads as a table
const centralEurope: Crew[] = [
  ['miejski-kurier', 'Miejski Kurier, Łódź', 'fleet', 380, 'en', [['Tomasz Wrona', 655], ['Agnieszka Zawada', 509], ['Piotr Sikora', 287], ['Kasia Lis', 112]]],
  ['paczka-na-rowerze', 'Paczka na Rowerze, Kraków', 'starter', 117, 'en', [['Paulina Kowal', 417], ['Michał Gajda', 263], ['Ewa Bednarz', 141]]],
  ['zasilka-na-kole', 'Zásilka na kole, Prague', 'fleet', 420, 'en', [['Tereza Dvořáková', 583], ['Ondřej Malý', 411], ['Petra Hájková', 254], ['Vojtěch Beran', 129]]],
  ['kosik-brno', 'Košík, Brno', 'starter', 78, 'en', [['Lenka Urbanová', 326], ['Radek Pospíšil', 248], ['Jitka Fialová', 118]]],
  ['kolodostava', 'Kolodostava, Ljubljana', 'starter', 78, 'en', [['Matej Zupan', 399], ['Nika Hribar', 282], ['Jure Kos', 150]]],
  ['bicikl-kurir', 'Bicikl Kurir, Zagreb', 'starter', 78, 'en', [['Ivana Marić', 361], ['Luka Barišić', 230], ['Petra Novak', 124]]],
  ['hajtas', 'Hajtás, Budapest', 'fleet', 350, 'en', [['Zsófia Nagy', 538], ['Gergő Tóth', 381], ['Bálint Kelemen', 247], ['Réka Szabó', 132]]],
  ['kastiratas', 'Kastiratas, Tallinn', 'starter', 78, 'en', [['Kadri Tamm', 340], ['Mart Saar', 215], ['Liis Kuusk', 109]]],
  ['dviraciu', 'Dviračiu, Vilnius', 'starter', 78, 'en', [['Rūta Petrauskienė', 299], ['Mantas Jonaitis', 207], ['Gabija Stankutė', 98]]],
]

// biome-ignore format: one customer a line reads as a table
const islands: Crew[] = [
  ['pedal-and-pantry', 'Pedal & Pantry, Bristol', 'starter', 39, 'en', [['Ama Boateng', 526], ['Joe Tregear', 358], ['Hollie Marsh', 262]]],
  ['northside-parcels', 'Northside Parcels, Liverpool', 'fleet', 440, 'en', [['Dario Venn', 735], ['Kelly Rowlands', 519], ['Imran Sheikh', 283], ['Sean Doherty', 148]]],
  ['calder-couriers', 'Calder Couriers, Halifax', 'starter', 78, 'en', [['Ruth Ackroyd', 447], ['Wayne Holroyd', 305], ['Priya Nair', 142]]],
  ['leith-loads', 'Leith Loads, Edinburgh', 'fleet', 610, 'en', [['Isla Drummond', 822], ['Callum Reid', 554], ['Agata Mazur', 327], ['Fergus Kerr', 176]]],
  ['southbank-cycles', 'Southbank Cycles, London', 'network', 3650, 'en', [['Marcus Adeyemi', 1215], ['Bea Whitlock', 888], ['Tariq Hussain', 593], ['Chloe Fenwick', 365], ['Dan Okafor', 184]]],
  ['liffey-loads', 'Liffey Loads, Dublin', 'fleet', 400, 'en', [['Aoife Brennan', 660], ['Ciarán Walsh', 472], ['Magda Pawlak', 266], ['Donal Keane', 138]]],
]

// biome-ignore format: one customer a line reads as a table
const south: Crew[] = [
  ['bicicarga', 'Bicicarga, Valencia', 'fleet', 330, 'en', [['Amparo Ferrer', 549], ['Nacho Soler', 386], ['Lucía Ibáñez', 239], ['Vicent Moll', 125]]],
  ['pedalada', 'Pedalada, Barcelona', 'fleet', 740, 'en', [['Núria Puig', 913], ['Marc Casals', 599], ['Omar Diallo', 337], ['Gemma Roca', 171]]],
  ['carga-leve', 'Carga Leve, Porto', 'starter', 117, 'en', [['Rui Tavares', 428], ['Beatriz Moura', 275], ['Tiago Seixas', 135]]],
  ['sete-colinas', 'Sete Colinas, Lisbon', 'fleet', 370, 'en', [['Filipa Rosado', 630], ['Duarte Pinheiro', 418], ['Neuza Lopes', 258], ['Gonçalo Reis', 143]]],
  ['portici-corrieri', 'Portici Corrieri, Bologna', 'fleet', 350, 'en', [['Chiara Montanari', 577], ['Davide Lelli', 394], ['Giulia Neri', 233], ['Abdou Ndiaye', 130]]],
  ['cassone', 'Cassone, Milan', 'network', 1980, 'en', [['Federica Colombo', 1054], ['Stefano Galli', 718], ['Elena Riva', 486], ['Matteo Brambilla', 278], ['Wei Zhou', 153]]],
  ['po-a-pedali', 'Po a Pedali, Turin', 'starter', 117, 'en', [['Alberto Ferrero', 375], ['Marta Giordano', 245], ['Ludovica Bosio', 121]]],
]

// biome-ignore format: one customer a line reads as a table
const overseas: Crew[] = [
  ['plateau-livraison', 'Plateau Livraison, Montréal', 'fleet', 560, 'fr', [['Geneviève Tremblay', 709], ['Alexandre Gagnon', 470], ['Myriam Ouellet', 269], ['Jean-Philippe Roy', 145]]],
  ['rainshadow', 'Rainshadow Freight, Portland', 'fleet', 680, 'en', [['Casey Lindgren', 850], ['Maya Ortiz', 565], ['Devon Brooks', 346], ['June Park', 180]]],
  ['harbour-haul', 'Harbour Haul, Wellington', 'starter', 117, 'en', [['Hemi Parata', 440], ['Sophie Aldridge', 292], ['Grace Tuilagi', 128]]],
  ['yarra-crates', 'Yarra Crates, Melbourne', 'fleet', 390, 'en', [['Ben Costello', 558], ['Thuy Nguyen', 383], ['Priyanka Rao', 241], ['Angus Muir', 134]]],
]

const crews = [
  ...lowCountries,
  ...france,
  ...germanSpeaking,
  ...nordics,
  ...centralEurope,
  ...islands,
  ...south,
  ...overseas,
]

const letters: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', ß: 'ss', ı: 'i', đ: 'd' }

/** `Tomasz Wrona` becomes `tomasz-wrona`, `Søren` becomes `soren`. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøæßıđ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z]+/g, '-')
}

const pilots = new Set(['nordlast', 'lastenliebe', 'pharmavelo', 'velokurier-aare', 'paketcykeln', 'hajtas'])

export const companies: SeedCompany[] = crews.map(([key, name, plan, revenue]) => ({
  key,
  name,
  plan,
  revenue,
  ...(pilots.has(key) ? { pilot: true } : {}),
}))

const customers: SeedPerson[] = crews.flatMap(([company, , , , locale, people]) =>
  people.map(([name, joinedDaysAgo, own]) => ({
    key: plain(name),
    name,
    email: `${plain(name.split(' ')[0] ?? name)}@${company}.example`,
    locale: own ?? locale,
    company,
    joinedDaysAgo,
  })),
)

export const people: SeedPerson[] = [...staff, ...customers]
