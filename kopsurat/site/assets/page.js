// The page around the checker: reads the address, fetches the office's lists, shows the verdict.
"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var host = location.protocol === "file:" ? data.host : location.hostname;
  var language = "id";
  var last = null;

  function $(id) { return document.getElementById(id); }
  function words(code, facts) {
    var pair = data.words[code];
    return pair ? pair[language === "id" ? 0 : 1].replace(/\{(\w+)\}/g, function (whole, name) {
      var fact = facts && facts[name];
      return fact === undefined || fact === null ? "…" : /^\d{4}-\d\d-\d\d$/.test(fact) ? day(fact) :
        data.words["fact-" + fact] ? words("fact-" + fact) : fact;
    }) : code;
  }
  function day(iso) {
    var part = iso.split("-");
    return +part[2] + " " + data.months[language][part[1] - 1] + " " + part[0];
  }
  function add(parent, tag, text, name) {
    var node = document.createElement(tag);
    if (text) node.textContent = text;
    if (name) node.className = name;
    parent.appendChild(node);
    return node;
  }
  function clear(node) { while (node.firstChild) node.removeChild(node.firstChild); return node; }

  // ---- the office's lists; what cannot be fetched is missing, never assumed
  function fetchJson(name) {
    if (location.protocol === "file:") return Promise.resolve(null);
    return Promise.race([
      fetch("/.well-known/kopsurat/" + name, { cache: "no-cache", credentials: "omit" })
        .then(function (answer) { return answer.ok ? answer.json() : null; })
        .catch(function () { return null; }),
      new Promise(function (give) { setTimeout(give, 15000, null); })
    ]);
  }
  function keyList() {
    return fetchJson("keys.json").then(function (fresh) {
      return fresh ? kopsurat.checkKeyList(fresh) : null;
    }).then(function (fresh) {
      var own = data.keys.payload;
      return fresh && fresh.host === own.host && fresh.counter >= own.counter ? fresh : own;
    });
  }
  function listsOf(kids) {
    var names = [];
    kids.forEach(function (kid) { names.push("revoked-" + kid + ".json", "issued-" + kid + ".json"); });
    return Promise.all(names.map(fetchJson)).then(function (lists) { return lists.filter(Boolean); });
  }
  function check(text) {
    var isLink = kopsurat.looksLikeLink(text) || /[/#]/.test(text), kids = null;
    if (isLink) {
      try { kids = [kopsurat.parseEnvelope(kopsurat.parseLink(text).cose).kid]; } catch (error) { kids = []; }
    }
    return keyList().then(function (list) {
      kids = kids || kopsurat.knownKeys(list).map(function (known) { return known.key.kid; });
      return listsOf(kids).then(function (lists) {
        var what = {
          list: list, lists: lists, listed: [data.host], hostname: host, now: Date.now() / 1000, codebook: data.codebook
        };
        return isLink ? kopsurat.judge(text, what) : kopsurat.judgeCode(text, what);
      });
    });
  }

  // ---- showing
  function show(verdict) {
    last = verdict;
    var kind = verdict.verdict, color = data.colors[kind], claims = verdict.claims;
    $("start").hidden = true;
    $("result").hidden = false;
    var banner = clear($("banner"));
    banner.className = color;
    add(banner, "span", { green: "✓", yellow: "!", red: "✕", gray: "?" }[color], "sign").setAttribute("aria-hidden", "true");
    add(banner, "strong", words("page-banner-" + kind));
    add(banner, "p", words("verdict-" + kind));
    add(banner, "p", words("page-do-" + color), "do");
    var compare = clear($("compare"));
    $("comparison").hidden = !claims;
    $("genuine").hidden = color === "red";
    if (claims) {
      [["nomor", claims.nomor], ["date", day(claims.date)], ["letter-type", claims.letter_type], ["subject", claims.subject],
        ["signatory", claims.signatory], ["jabatan", claims.jabatan], ["summary", claims.summary],
        ["expires", claims.expires && day(claims.expires)]].forEach(function (row) {
        if (!row[1]) return;
        add(compare, "dt", words("compare-" + row[0]));
        add(compare, "dd", row[1]);
      });
    }
    var answers = clear($("answers"));
    $("questions").hidden = !claims;
    if (claims) {
      add(answers, "dt", words("page-question-intact"));
      add(answers, "dd", words("page-answer-" + verdict.intact));
      add(answers, "dt", words("page-question-issuer"));
      add(answers, "dd", [verdict.office.desa, verdict.office.kecamatan, verdict.office.kabupaten].filter(Boolean).join(", ") +
        " – " + words("page-known-by-site", { host: claims.host }));
      add(answers, "dt", words("page-question-in-force"));
      add(answers, "dd", words("page-answer-" + verdict.in_force));
      add(answers, "dt", words("page-question-signer"));
      add(answers, "dd", words("page-answer-" + verdict.signer_in_office));
    }
    var reasons = clear($("reasons"));
    verdict.reasons.forEach(function (reason) {
      if (reason.code !== "compare-with-the-letter") add(reasons, "li", words(reason.code, reason.facts));
    });
    $("details").hidden = !reasons.firstChild;
    document.title = words("page-banner-" + kind) + " – " + data.host;
    $("banner").focus();
  }
  function run(text) {
    $("start").hidden = true;
    $("result").hidden = false;
    clear($("banner")).className = "gray";
    add($("banner"), "p", words("page-checking"));
    if (!window.crypto || !crypto.subtle) {
      return show({ verdict: "unreadable", claims: null, reasons: [{ code: "page-too-old" }] });
    }
    return check(text).then(show, function () {
      show({ verdict: "unreadable", claims: null, reasons: [{ code: "page-failed" }] });
    });
  }
  function fromAddress() {
    var digits = location.hash.slice(1);
    if (digits) run("https://" + host + "/v#" + digits);
  }
  function translate() {
    document.documentElement.lang = language;
    Array.prototype.forEach.call(document.querySelectorAll("[data-words]"), function (node) {
      node.textContent = words(node.getAttribute("data-words"), { host: data.host });
    });
    $("language").textContent = language === "id" ? "English" : "Bahasa Indonesia";
    $("language").lang = language === "id" ? "en" : "id";
    if (last) show(last);
  }

  // ---- a picture or the camera, where the browser reads codes by itself
  function found(codes) {
    var ours = codes.filter(function (code) { return kopsurat.looksLikeLink(code.rawValue); })[0] || codes[0];
    if (!ours) return false;
    run(ours.rawValue);
    return true;
  }
  function readPicture(file) {
    var detector = new BarcodeDetector({ formats: ["qr_code"] });
    createImageBitmap(file).then(function (bitmap) { return detector.detect(bitmap); }).then(function (codes) {
      if (!found(codes)) $("hint").textContent = words("page-no-code");
    }).catch(function () { $("hint").textContent = words("page-no-code"); });
  }
  function readCamera() {
    var video = $("video"), detector = new BarcodeDetector({ formats: ["qr_code"] });
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(function (stream) {
      video.hidden = false;
      video.srcObject = stream;
      video.play();
      (function look() {
        detector.detect(video).catch(function () { return []; }).then(function (codes) {
          if (found(codes)) {
            stream.getTracks().forEach(function (track) { track.stop(); });
            video.hidden = true;
          } else setTimeout(look, 200);
        });
      })();
    }).catch(function () { $("hint").textContent = words("page-no-camera"); });
  }
  function offerPictures() {
    $("pictures").hidden = false;
    $("camera").hidden = !(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
    $("camera").addEventListener("click", readCamera);
    $("picture").addEventListener("change", function () { if (this.files[0]) readPicture(this.files[0]); });
    document.addEventListener("dragover", function (event) { event.preventDefault(); });
    document.addEventListener("drop", function (event) {
      event.preventDefault();
      if (event.dataTransfer.files[0]) readPicture(event.dataTransfer.files[0]);
    });
  }

  $("form").addEventListener("submit", function (event) {
    event.preventDefault();
    var text = $("text").value.trim();
    if (text) run(text);
  });
  $("again").addEventListener("click", function () {
    last = null;
    history.replaceState(null, "", location.pathname);
    $("result").hidden = true;
    $("start").hidden = false;
    $("text").value = "";
    $("text").focus();
    document.title = words("page-title") + " – " + data.host;
  });
  $("language").addEventListener("click", function () { language = language === "id" ? "en" : "id"; translate(); });
  window.addEventListener("hashchange", fromAddress);
  if (window.BarcodeDetector) {
    BarcodeDetector.getSupportedFormats().then(function (formats) {
      if (formats.indexOf("qr_code") >= 0) offerPictures();
    });
  }
  if (navigator.serviceWorker && window.isSecureContext) {
    navigator.serviceWorker.register("sw.js").catch(function () { return null; });
  }
  translate();
  fromAddress();
})();
