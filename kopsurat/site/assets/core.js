// Checks seals: the same rules, codes and verdicts as the Python package, over the same vectors.
// ES2018, no library; WebCrypto does the P-256. Nothing here touches the page or the network.
"use strict";
var kopsurat = (function () {
  var MAX_DIGITS = 2000, MAX_DEPTH = 6, MAX_ITEMS = 32, TEXT_LIMIT = 160, SUMMARY_LIMIT = 48;
  var LIST_DAYS = 30, DAY = 86400, LAST_DAY = 2932896, LAST_EXPIRY = 4291722000;
  var EMPTY = new Uint8Array(0);

  function Fault(code) { this.code = code; }
  function fail(code) { throw new Fault(code); }
  function badClaims() { fail("seal-bad-claims"); }
  function badStructure() { fail("seal-bad-structure"); }

  // ---- bytes
  function hex(bytes) {
    return Array.prototype.map.call(bytes, function (b) { return (b + 256).toString(16).slice(1); }).join("");
  }
  function fromBase64(text) {
    var raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(raw, function (c) { return c.charCodeAt(0); });
  }
  function compare(a, b) {
    for (var i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
    return a.length - b.length;
  }
  function utf8(text) { return new TextEncoder().encode(text); }
  function join(parts) {
    var size = parts.reduce(function (sum, part) { return sum + part.length; }, 0), out = new Uint8Array(size), at = 0;
    parts.forEach(function (part) { out.set(part, at); at += part.length; });
    return out;
  }
  function sha256(bytes) {
    return crypto.subtle.digest("SHA-256", bytes).then(function (digest) { return new Uint8Array(digest); });
  }

  // ---- the link: one big decimal number, without BigInt for the sake of old phones
  function bytesOf(digits) {
    var limbs = [];
    for (var i = 0; i < digits.length; i += 6) {
      var chunk = digits.slice(i, i + 6), carry = +chunk, factor = Math.pow(10, chunk.length);
      for (var k = 0; k < limbs.length; k++) {
        carry += limbs[k] * factor;
        limbs[k] = carry & 255;
        carry = Math.floor(carry / 256);
      }
      while (carry) { limbs.push(carry & 255); carry = Math.floor(carry / 256); }
    }
    return Uint8Array.from(limbs.reverse());
  }
  function looksLikeLink(text) { return /^\s*https?:\/\/[^/?#]{1,300}\/v\/?#[0-9]{20}/i.test(text); }
  function parseLink(text) {
    if (text.length > MAX_DIGITS + 300) fail(looksLikeLink(text) ? "link-too-long" : "link-malformed");
    var shape = /^https:\/\/([a-z0-9.-]{1,253})\/v\/?#([0-9]+)$/.exec(text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));
    if (!shape) fail("link-malformed");
    if (shape[2].length > MAX_DIGITS) fail("link-too-long");
    if (shape[2][0] === "0") fail("link-leading-zero");
    return { host: shape[1], cose: bytesOf(shape[2]) };
  }

  // ---- CBOR, deterministic form only
  function decode(data) {
    var at = 0;
    function take(count) {
      if (at + count > data.length) fail("cbor-truncated");
      return data.slice(at, at += count);
    }
    function head() {
      var first = take(1)[0], major = first >> 5, short = first & 31, value = 0;
      if (major > 5 && first !== 0xf6) fail(major === 6 ? "cbor-tag" : "cbor-simple-value");
      if (short < 24) return [major, short];
      if (short === 31) fail("cbor-indefinite-length");
      if (short > 26) fail("cbor-number-too-large");
      take(1 << short - 24).forEach(function (b) { value = value * 256 + b; });
      if (value < [24, 256, 65536][short - 24]) fail("cbor-not-shortest");
      return [major, value];
    }
    function limit(count) { if (count > MAX_ITEMS) fail("cbor-too-many-items"); }
    function text(size) {
      try { return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(take(size)); } catch (error) {
        if (error instanceof Fault) throw error;
        fail("cbor-not-utf8");
      }
    }
    function item(depth) {
      if (depth > MAX_DEPTH) fail("cbor-too-deep");
      var top = head(), major = top[0], value = top[1];
      if (major === 0) return value;
      if (major === 1) return -1 - value;
      if (major === 2) return take(value);
      if (major === 3) return text(value);
      if (major === 4) {
        limit(value);
        var array = [];
        while (array.length < value) array.push(item(depth + 1));
        return array;
      }
      if (major === 5) return map(value, depth);
      return null;
    }
    function map(count, depth) {
      limit(count);
      var found = new Map(), previous = EMPTY;
      for (var i = 0; i < count; i++) {
        var start = at, key = item(depth + 1), written = data.slice(start, at);
        if (typeof key !== "number" && typeof key !== "string") fail("cbor-bad-key");
        if (compare(written, previous) <= 0) fail("cbor-unsorted-keys");
        previous = written;
        found.set(key, item(depth + 1));
      }
      return found;
    }
    var result = item(1);
    if (at !== data.length) fail("cbor-trailing-bytes");
    return result;
  }
  function byteString(bytes) {
    var n = bytes.length;
    return join([n < 24 ? [64 + n] : n < 256 ? [88, n] : [89, n >> 8, n & 255], bytes]);
  }

  // ---- COSE_Sign1 under ES256
  var HALF_ORDER = Uint8Array.from(
    "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8".match(/../g),
    function (pair) { return parseInt(pair, 16); });

  function isBytes(value) { return value instanceof Uint8Array; }
  function parseEnvelope(data) {
    var message = decode(data);
    if (!Array.isArray(message) || message.length !== 4) badStructure();
    var protectedBytes = message[0], payload = message[2], signature = message[3];
    if (!(message[1] instanceof Map) || message[1].size) badStructure();
    if (!isBytes(payload) || !payload.length) badStructure();
    if (!isBytes(signature) || signature.length !== 64) badStructure();
    if (compare(signature.slice(32), HALF_ORDER) > 0) fail("seal-high-s");
    var header = isBytes(protectedBytes) && protectedBytes.length ? decode(protectedBytes) : null;
    if (!(header instanceof Map) || !header.has(1)) badStructure();
    if (header.get(1) !== -7) fail("seal-wrong-algorithm");
    var kid = header.get(4);
    if (header.size !== 2 || !isBytes(kid) || kid.length !== 4) badStructure();
    var signed = join([[0x84, 0x6a], utf8("Signature1"), byteString(protectedBytes), [0x40], byteString(payload)]);
    return { kid: hex(kid), payload: payload, signature: signature, signed: signed };
  }
  function isSignedBy(key, message, signature) {
    var point = join([[4], fromBase64(key.x), fromBase64(key.y)]);
    return crypto.subtle.importKey("raw", point, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"])
      .then(function (imported) {
        return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, imported, signature, message);
      }).catch(function () { return false; });
  }

  // ---- what may stand in a seal
  var HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
  var IMITATION = /desa[.-]?id|(?:^|[^a-z])go[.-]id|xn--/;
  var INVISIBLE = /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\u{e0000}-\u{e0fff}]/u;
  var FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

  function hostFault(host, listed) {
    if (!HOST.test(host)) return "host-malformed";
    if (listed.indexOf(host) >= 0) return null;
    if (/\.(desa|go)\.id$/.test(host) && host.indexOf("xn--") < 0) return null;
    return IMITATION.test(host) ? "host-look-alike" : "host-not-official";
  }
  function checkText(text, limit) {
    if (!text.trim()) fail("text-empty");
    if (Array.from(text).length > limit) fail("text-too-long");
    if (text.normalize("NFC") !== text) fail("text-not-nfc");
    if (FORBIDDEN.test(text)) fail("text-control-character");
    if (INVISIBLE.test(text)) fail("text-invisible-character");
  }
  function plain(value, limit) {
    if (typeof value !== "string") badClaims();
    checkText(value, limit);
    return value;
  }
  function named(value, table) {
    if (typeof value === "number" && value > 0) return value <= table.length ? table[value - 1] : "[" + value + "]";
    if (table.indexOf(value) >= 0) badClaims();
    return plain(value, TEXT_LIMIT);
  }
  function dayText(day) { return new Date(day * DAY * 1000).toISOString().slice(0, 10); }
  function expiry(value) {
    // The letter is valid to the end of the day in western Indonesia (UTC+7).
    if (typeof value !== "number" || value <= 0 || value > LAST_EXPIRY || (value + 7 * 3600) % DAY) badClaims();
    return dayText((value + 7 * 3600) / DAY - 1);
  }
  function parseClaims(payload, codebook) {
    var claims = decode(payload), extra = claims instanceof Map ? claims.size : 0;
    if (!(claims instanceof Map) || !claims.has(1) || !claims.has(-65537)) badClaims();
    if (extra !== (claims.has(4) ? 3 : 2)) badClaims();
    var letter = claims.get(-65537);
    if (!Array.isArray(letter) || !letter.length) badClaims();
    if (letter[0] !== 1) fail("seal-version-unknown");
    if (letter.length !== 9) badClaims();
    var day = letter[3];
    if (typeof day !== "number" || day < 0 || day > LAST_DAY) badClaims();
    if (typeof claims.get(1) !== "string") badClaims();
    var found = {
      host: claims.get(1),
      letter_type: named(letter[1], codebook.letter_types),
      nomor: plain(letter[2], TEXT_LIMIT),
      date: dayText(day),
      signatory: plain(letter[4], TEXT_LIMIT),
      jabatan: named(letter[5], codebook.jabatan),
      subject: letter[6] === null ? null : plain(letter[6], TEXT_LIMIT),
      summary: letter[7] === null ? null : plain(letter[7], SUMMARY_LIMIT),
      expires: claims.has(4) ? expiry(claims.get(4)) : null
    };
    var fault = hostFault(found.host, [found.host]);
    if (fault) fail(fault);
    if (!isBytes(letter[8]) || letter[8].length !== 16) badClaims();
    return found;
  }

  // ---- the signed JSON files of the office (RFC 8785 without floats)
  function canonical(value) {
    if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
    if (value && typeof value === "object") {
      return "{" + Object.keys(value).sort().map(function (name) {
        return JSON.stringify(name) + ":" + canonical(value[name]);
      }).join(",") + "}";
    }
    return JSON.stringify(value);
  }
  function listMessage(list) { return utf8("kopsurat-list-1\n" + canonical(list.payload)); }
  function signedByOneOf(list, keys) {
    var own = keys.filter(function (key) { return key.kid === list.signature.kid; });
    return own.reduce(function (before, key) {
      return before.then(function (good) {
        return good || isSignedBy(key, listMessage(list), fromBase64(list.signature.value));
      });
    }, Promise.resolve(false));
  }
  function isSound(key) { return key.status !== "compromised"; }
  // Which of the lists offered for this key counts: the newest that a sound key of the office signed.
  function newest(lists, type, host, kid, keys) {
    var fitting = (lists || []).filter(function (list) {
      var payload = list && list.payload;
      return payload && payload.type === type && payload.host === host && payload.kid === kid;
    });
    return Promise.all(fitting.map(function (list) {
      return signedByOneOf(list, keys.filter(isSound)).then(function (good) { return good ? list.payload : null; });
    })).then(function (good) {
      return good.reduce(function (best, each) {
        return each && (!best || each.counter > best.counter) ? each : best;
      }, null);
    });
  }
  function checkKeyList(list) {
    return signedByOneOf(list, list.payload.keys.filter(isSound)).then(function (good) {
      return good ? list.payload : null;
    }).catch(function () { return null; });
  }

  // Every key of a key list with its office: the list's own one, and those that share its host on a portal.
  function knownKeys(list) {
    return [list].concat(list.tenants || []).reduce(function (all, office) {
      return all.concat(office.keys.map(function (key) { return { key: key, office: office }; }));
    }, []);
  }

  // ---- the typed code under the QR
  var SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", CHECKS = SYMBOLS + "*~$=U";
  function parseCode(text) {
    var symbols = text.trim().toUpperCase().replace(/[IL]/g, "1").replace(/O/g, "0").replace(/[-\s–]/g, "");
    if (symbols.length !== 13) fail("code-wrong-length");
    var bits = "", rest = 0;
    for (var i = 0; i < 12; i++) {
      var value = SYMBOLS.indexOf(symbols[i]);
      if (value < 0) fail("code-wrong-symbol");
      bits += (value + 32).toString(2).slice(1);
      rest = (rest * 32 + value) % 37;
    }
    if (CHECKS.indexOf(symbols[12]) < 0) fail("code-wrong-symbol");
    if (CHECKS[rest] !== symbols[12]) fail("code-mistyped");
    return bits.match(/..../g).map(function (four) { return parseInt(four, 2).toString(16); }).join("");
  }

  // ---- the judgment
  // what: { list, lists, listed, hostname, now, codebook, asksStatus }: the office's key list (checked), its revoked
  // and issued lists as read, hosts accepted beside the official ones, the page's own host or null, seconds since 1970.
  function judge(text, what) {
    var verdict = { verdict: null, intact: "unknown", in_force: "unknown", signer_in_office: "unknown", claims: null, reasons: [] };
    function conclude(kind, code, facts) {
      verdict.verdict = kind;
      if (code) verdict.reasons.unshift({ code: code, facts: facts || {} });
      return verdict;
    }
    function note(code, facts) { verdict.reasons.push({ code: code, facts: facts || {} }); }
    var link, envelope, claims;
    try {
      link = parseLink(text);
      envelope = parseEnvelope(link.cose);
      claims = parseClaims(envelope.payload, what.codebook);
    } catch (error) {
      return Promise.resolve(conclude("not-a-seal", error instanceof Fault ? error.code : "link-malformed"));
    }
    var payload = what.list ? what.list.payload || what.list : null;
    verdict.kid = envelope.kid;
    if (link.host !== claims.host) return Promise.resolve(conclude("wrong-site", "host-differs", { host: link.host, signed: claims.host }));
    if (what.hostname && what.hostname !== claims.host) {
      return Promise.resolve(conclude("wrong-site", "host-differs", { host: what.hostname, signed: claims.host }));
    }
    var fault = hostFault(claims.host, what.listed || []);
    if (fault) return Promise.resolve(conclude("wrong-site", fault, { host: claims.host }));
    var same = payload ? knownKeys(payload).filter(function (known) { return known.key.kid === envelope.kid; }) : [];
    if (!same.length) return Promise.resolve(conclude("unknown-key", "key-unknown", { kid: envelope.kid }));
    return Promise.all(same.map(function (known) { return isSignedBy(known.key, envelope.signed, envelope.signature); })).then(function (good) {
      var signers = same.filter(function (known, i) { return good[i]; });
      verdict.intact = signers.length ? "unknown" : "no";
      if (!signers.length) return conclude("bad-signature", "signature-wrong");
      if (payload.host !== claims.host) return conclude("wrong-site", "key-of-another-office", { host: claims.host, other: payload.host });
      var covering = signers.filter(function (known) { return covers(known.key, claims.date); });
      if (!covering.length) return conclude("unknown-key", "key-not-in-force", { day: claims.date });
      verdict.intact = "yes";
      verdict.claims = claims;
      var office = covering[0].office;
      verdict.office = office.office;
      verdict.signer_in_office = inOffice(office.signers || [], claims);
      return Promise.all([
        sha256(envelope.signed),
        newest(what.lists, "revoked", claims.host, envelope.kid, office.keys),
        newest(what.lists, "issued", claims.host, envelope.kid, office.keys)
      ]).then(function (found) { return status(hex(found[0].slice(0, 8)), covering.map(function (known) { return known.key; }), found[1], found[2]); });
    });

    function status(id, covering, revoked, issued) {
      verdict.seal_id = id;
      remarks();
      var entry = revoked && revoked.entries.find(function (each) { return each[0] === id; });
      if (entry) { verdict.in_force = "no"; return conclude("revoked", "seal-revoked", { day: entry[1], reason: entry[2] }); }
      var registered = issued && issued.entries.find(function (each) { return each[0] === id; });
      var bad = covering.find(function (key) {
        return !isSound(key) && (!registered || registered[1] >= key.compromised_on);
      });
      if (bad) { verdict.in_force = "no"; return conclude("revoked", "key-compromised", { day: bad.compromised_on }); }
      var doubts = what.asksStatus === false ? [] : doubt("revoked", revoked, covering[0].revoked_counter)
        .concat(doubt("issued", issued, covering[0].issued_counter));
      if (payload.issued_at - DAY > what.now) doubts.unshift(["list-from-the-future", { list: "keys" }]);
      doubts.reverse().forEach(function (each) { verdict.reasons.unshift({ code: each[0], facts: each[1] }); });
      if (claims.expires && what.now >= Date.parse(claims.expires) / 1000 + DAY - 7 * 3600) {
        verdict.in_force = "no";
        return conclude("expired", "expired", { day: claims.expires });
      }
      if (what.asksStatus === false) { verdict.in_force = "yes"; return conclude("valid", "status-not-asked"); }
      if (doubts.length) return conclude("status-unchecked");
      if (!registered) return conclude("not-registered", "not-on-issued-list");
      verdict.in_force = "yes";
      return conclude("valid");
    }
    function doubt(name, list, counter) {
      if (!list) return [[name === "revoked" ? "revocation-list-missing" : "issued-list-missing", {}]];
      var age = what.now - list.issued_at;
      if (age < -DAY) return [["list-from-the-future", { list: name }]];
      if (age > LIST_DAYS * DAY) return [["list-stale", { list: name, days: Math.floor(age / DAY) }]];
      if (list.counter < (counter || 0)) return [["list-superseded", { list: name }]];
      return [];
    }
    function remarks() {
      var today = new Date((what.now + DAY) * 1000).toISOString().slice(0, 10);
      if (claims.date > today) note("date-in-future", { day: claims.date });
      if (verdict.signer_in_office === "no") note("signer-not-in-office", { name: claims.signatory, day: claims.date });
      note("compare-with-the-letter");
    }
  }
  function covers(term, day) { return (!term.from || term.from <= day) && (!term.to || day <= term.to); }
  function tidy(name) { return name.normalize("NFC").split(/\s+/).filter(Boolean).join(" ").toLowerCase(); }
  function inOffice(terms, claims) {
    if (!terms.length) return "unknown";
    return terms.some(function (term) {
      return tidy(term.name) === tidy(claims.signatory) && covers(term, claims.date);
    }) ? "yes" : "no";
  }
  // A typed code names a letter but does not carry it: only its status can be told.
  function judgeCode(text, what) {
    var prefix;
    try { prefix = parseCode(text); } catch (error) { return Promise.resolve({ verdict: "not-a-seal", reasons: [{ code: error.code, facts: {} }], claims: null }); }
    var payload = what.list.payload || what.list;
    function has(list) { return list && list.entries.some(function (each) { return each[0].slice(0, 15) === prefix; }); }
    return knownKeys(payload).reduce(function (before, known) {
      return before.then(function (verdict) {
        if (verdict && verdict.verdict !== "not-registered") return verdict;
        return Promise.all(["revoked", "issued"].map(function (type) {
          return newest(what.lists, type, payload.host, known.key.kid, known.office.keys);
        })).then(function (lists) {
          if (has(lists[0])) return outcome("revoked", "seal-revoked");
          if (has(lists[1])) return outcome("status-unchecked", "code-registered");
          return lists[1] ? outcome("not-registered", "not-on-issued-list") : verdict || outcome("status-unchecked", "issued-list-missing");
        });
      });
    }, Promise.resolve(null)).then(function (verdict) { return verdict || outcome("status-unchecked", "issued-list-missing"); });
    function outcome(kind, code) {
      var reasons = [{ code: code, facts: {} }];
      if (code === "code-registered") reasons.push({ code: "code-says-nothing-of-content", facts: {} });
      return { verdict: kind, reasons: reasons, claims: null };
    }
  }

  return {
    checkKeyList: checkKeyList, judge: judge, judgeCode: judgeCode, knownKeys: knownKeys, looksLikeLink: looksLikeLink,
    parseEnvelope: parseEnvelope, parseLink: parseLink
  };
})();
