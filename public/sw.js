// What is there without a connection?
//
// One page that says so, with the portal's style and type. Nothing else is kept: figures that may be out of date are
// worse than none. Pages always come from the network; a browser without service workers loses nothing.

const KEPT_AS = "minhbach-offline-1";
const PAGE = "/offline.html";
const KEPT = [
  PAGE,
  "/pkg/minhbach.css",
  "/fonts/text-400.woff2",
  "/fonts/text-500.woff2",
  "/fonts/text-600.woff2",
  "/icon.svg",
];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT_AS).then((cache) => cache.addAll(KEPT)));
});

self.addEventListener("activate", (event) => {
  const forget = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== KEPT_AS).map((name) => caches.delete(name)));
    // The page is asked for while this starts, so that nobody waits for it.
    await self.registration.navigationPreload?.enable();
  };
  event.waitUntil(forget());
});

const kept = (address) => caches.match(address, { ignoreVary: true });

const page = async (event) => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await kept(PAGE)) ?? Response.error();
  }
};

const file = async (request) => {
  try {
    return await fetch(request);
  } catch {
    return (await kept(new URL(request.url).pathname)) ?? Response.error();
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  // A frame, such as a published file, shows the browser's own words.
  if (request.mode === "navigate" && request.destination === "document") {
    event.respondWith(page(event));
  } else if (KEPT.includes(new URL(request.url).pathname)) {
    event.respondWith(file(request));
  }
});
