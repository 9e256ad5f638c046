// Keeps the page, so that it works without a network once it was loaded.
const CACHE = "motcua-demo-1";
const FILES = [
  "./",
  "demo.css",
  "demo.js",
  "ics.js",
  "national.js",
  "sample.js",
  "icon.svg",
  "catalogue.json",
  "motcua/index.js",
  "motcua/element.js",
  "motcua/motcua.wasm",
  "motcua/motcua_full.wasm",
];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => names.filter((name) => name !== CACHE));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

// What the network gives is newer; what is kept answers where there is none.
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const kept = () => caches.match(event.request, { ignoreSearch: true });
  event.respondWith(
    fetch(event.request).then(
      async (answer) => {
        if (answer.ok) {
          const cache = await caches.open(CACHE);
          await cache.put(event.request.url.split("?")[0], answer.clone());
        }
        return answer;
      },
      async () => (await kept()) ?? Response.error(),
    ),
  );
});
