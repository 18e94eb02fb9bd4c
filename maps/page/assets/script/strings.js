// Every word that the page says by itself.

const STRINGS = {
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  groups: {
    move: "Movement",
    talk: "Talks & politics",
    force: "Violence & unrest",
    law: "Law & order",
    harm: "Disaster & loss",
    help: "Rescue & aid",
    work: "Other",
  },
  status: { happened: "Happened", ongoing: "Ongoing", planned: "Planned", possible: "Possible", denied: "Did not happen" },
  planned: "planned for",
  possible: "possibly",
  denied: "did not happen:",
  ongoing: "ongoing,",
  undated: "No date given",
  unplaced: "No place given",
  granularity: {
    site: "an exact site",
    neighbourhood: "a neighbourhood",
    city: "a city",
    county: "somewhere in the county",
    region: "somewhere in the region",
    country: "somewhere in the country",
    continent: "somewhere on the continent",
    sea: "somewhere at sea",
    river: "somewhere along the river",
    mountain: "a mountain",
    island: "somewhere on the island",
    other: "an area",
  },
  sections: { mapped: "On the map", unplaced: "Not on the map", statements: "Statements" },
};

const GROUP_OF_TYPE = {
  visit: "move", travel: "move", deployment: "move", withdrawal: "move",
  meeting: "talk", agreement: "talk", statement: "talk", election: "talk", law: "talk", appointment: "talk",
  attack: "force", crime: "force", protest: "force",
  arrest: "law", court: "law", sanction: "law", closure: "law",
  disaster: "harm", accident: "harm", health: "harm", death: "harm",
  aid: "help", rescue: "help",
  business: "work", launch: "work", construction: "work", sport: "work", award: "work", other: "work",
};
