// Unpacking what the page carries in gzip and base64, and the columns of an archive's events.

// What stands after this script in the file, so that the page is there before it has all been read.
const wholeFile = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

async function written(id) {
  await wholeFile;
  return byId(id).textContent.trim();
}

async function unpacked(text) {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

// A column gives the value of the nth event; where values repeat, what is worked out of one is worked out once.
function columnOf(column) {
  if (Array.isArray(column)) return { get: (n) => column[n], map: (of) => column.map(of) };
  const { values, at } = column;
  return {
    values,
    at,
    get: (n) => values[at[n]],
    map: (of) => {
      const made = values.map(of);
      return at.map((place) => made[place]);
    },
  };
}
