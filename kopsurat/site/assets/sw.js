// Keeps the page and the lists that were fetched last, so that a letter can be checked without a network.
// The lists carry their own date; the page says when they are too old.
"use strict";
var CACHE = "kopsurat-@VERSION@";
self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(CACHE).then(function (cache) {
    return cache.addAll(["./", "/.well-known/kopsurat/keys.json"].concat(@LISTS@));
  }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.map(function (name) { return name === CACHE ? null : caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});
self.addEventListener("fetch", function (event) {
  var url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  function kept() { return caches.match(event.request, { ignoreSearch: true }); }
  var fresh = fetch(event.request).then(function (answer) {
    if (answer.ok) {
      var copy = answer.clone();
      caches.open(CACHE).then(function (cache) { cache.put(event.request, copy); });
    }
    return answer;
  });
  // A slow network is like none: after eight seconds what was kept is shown, if there is something.
  var patience = new Promise(function (give) { setTimeout(give, 8000); }).then(kept).then(function (old) {
    return old || fresh;
  });
  event.respondWith(Promise.race([fresh.catch(kept), patience]));
});
