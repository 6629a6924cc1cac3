
"use strict";
(function () {
  var form = document.getElementById("search");
  var query = document.getElementById("query");
  var article = document.getElementById("article");
  var found = document.getElementById("found");
  var items = Array.prototype.slice.call(document.querySelectorAll(".item"));
  var groups = Array.prototype.slice.call(document.querySelectorAll(".group"));
  var parts = Array.prototype.slice.call(document.querySelectorAll(".part"));
  var texts = items.map(function (item) { return item.textContent.toLowerCase(); });

  function show() {
    var words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    var wanted = article.value;
    var count = 0;
    items.forEach(function (item, index) {
      var inArticle = wanted === "all" || (" " + item.getAttribute("data-article") + " ").indexOf(" " + wanted + " ") >= 0;
      var matches = inArticle && words.every(function (word) { return texts[index].indexOf(word) >= 0; });
      item.classList.toggle("away", !matches);
      count += matches ? 1 : 0;
    });
    groups.forEach(function (group) {
      group.classList.toggle("away", !group.querySelector(".item:not(.away)"));
    });
    var narrowed = words.length > 0 || wanted !== "all";
    /* What was found stands at the top: parts that are only read make room for it. */
    parts.forEach(function (part) {
      part.classList.toggle("away", narrowed && !part.querySelector(".item:not(.away)"));
    });
    found.textContent = narrowed ? found.getAttribute("data-text").replace("{count}", count) : "";
  }

  /* The address keeps what is searched for, so that it can be passed on: #q=…&article=2. */
  function write() {
    var parts = [];
    if (query.value) { parts.push("q=" + encodeURIComponent(query.value)); }
    if (article.value !== "all") { parts.push("article=" + article.value); }
    try { history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname); } catch (error) { /* Some browsers keep the address of a local file as it is. */ }
    show();
  }

  function read() {
    var known = /^#(q|article)=/.test(location.hash);
    var target = known ? null : document.getElementById(decoded(location.hash.slice(1)));
    if (known || !target || target.closest(".away")) {
      query.value = "";
      article.value = "all";
    }
    if (known) {
      location.hash.slice(1).split("&").forEach(function (part) {
        var name = part.split("=")[0];
        var value = decoded(part.slice(name.length + 1));
        if (name === "q") { query.value = value; }
        if (name === "article") { article.value = value; }
      });
      if (article.selectedIndex < 0) { article.value = "all"; }
    }
    show();
    if (target) { target.scrollIntoView(); }
    if (/^#article=/.test(location.hash)) { form.scrollIntoView(); }
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  query.addEventListener("input", write);
  article.addEventListener("change", write);
  window.addEventListener("hashchange", read);
  read();
})();
