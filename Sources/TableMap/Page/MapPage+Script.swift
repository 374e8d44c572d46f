extension MapPage {
    /// The search, the arrow keys, the choice of a table. It makes no markup: it only shows, hides and focuses what is there.
    static let script: StaticString = """

        "use strict";
        (() => {
          const byId = (id) => document.getElementById(id);
          const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
          document.documentElement.classList.add("scripted");
          const sections = all("section.map");
          const query = byId("query"), capability = byId("capability"), table = byId("table");
          const differing = byId("differing"), found = byId("found");
          let shown = null;

          const section = () => sections.find((each) => !each.hidden) || sections[0];
          const links = (root = section()) => all(".grid td > a", root);
          const grid = (link) => link.closest("table");
          const article = (link) => byId(link.hash.slice(1));
          const number = (link) => Number(link.hash.slice(link.hash.lastIndexOf("-") + 1));
          const kind = (cell) => cell.classList[0];
          const isChecked = (cell) => { const box = byId("show-" + kind(cell)); return !box || box.checked; };

          // One cell of each grid can be reached by Tab; the arrow keys move on from there.
          const rove = (link) => {
            for (const other of links(grid(link))) other.tabIndex = other === link ? 0 : -1;
          };

          const show = (link) => {
            const target = article(link);
            if (!target) return;
            if (shown) shown.classList.remove("shown");
            shown = target;
            shown.classList.add("shown");
            for (const other of all(".grid a[aria-current]")) other.removeAttribute("aria-current");
            for (const other of links()) {
              if (other.hash !== link.hash) continue;
              other.setAttribute("aria-current", "true");
              rove(other);
            }
            history.replaceState(null, "", link.hash);
          };

          // What is shown may cover what is focused, unless it is there when the browser scrolls.
          const go = (link) => { if (link) { rove(link); show(link); link.focus(); } };

          // Rows break on narrow screens, so that what is above and below is asked of the screen.
          const vertical = (link, down) => {
            const box = link.getBoundingClientRect(), middle = box.left + box.width / 2;
            let best = null, bestTop = 0, bestSide = 0;
            for (const other of links(grid(link))) {
              const place = other.getBoundingClientRect();
              const distance = down ? place.top - box.top : box.top - place.top;
              if (distance < 4) continue;
              const side = Math.abs(place.left + place.width / 2 - middle);
              if (!best || distance < bestTop - 4 || (distance < bestTop + 4 && side < bestSide)) {
                best = other; bestTop = distance; bestSide = side;
              }
            }
            return bestSide > box.width ? null : best;
          };
          const far = (link, down) => {
            let next = link;
            for (let count = 0; count < 5; count += 1) next = vertical(next, down) || next;
            return next;
          };

          const matches = () => links().filter((link) => !link.parentElement.classList.contains("away") &&
            isChecked(link.parentElement) && (!differing || !differing.checked ||
            link.parentElement.classList.contains("differs")));
          const step = (link, by) => {
            const list = matches();
            if (list.length === 0) return null;
            const order = links();
            const here = order.indexOf(link);
            const later = list.filter((other) => by > 0 ? order.indexOf(other) > here : order.indexOf(other) < here);
            return by > 0 ? later[0] || list[0] : later[later.length - 1] || list[list.length - 1];
          };

          const filter = () => {
            const words = query.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
            const texts = new Map();
            const text = (link) => {
              if (!texts.has(link.hash)) {
                const parts = all("h3, li, dd:not(.dull)", article(link)).map((each) => each.textContent);
                texts.set(link.hash, parts.join(" ").toLowerCase());
              }
              return texts.get(link.hash);
            };
            const holds = (link, word) => /^[0-9]+$/.test(word) ? number(link) === Number(word) : text(link).includes(word);
            for (const link of links()) {
              const cell = link.parentElement;
              const isWanted = words.every((word) => holds(link, word)) &&
                (!capability.value || cell.dataset.capability === capability.value);
              cell.classList.toggle("away", !isWanted);
            }
            const count = new Set(matches().map((link) => link.hash)).size;
            const size = new Set(links().map((link) => link.hash)).size;
            found.textContent = count === size ? size + " numbers" : count + " of " + size + " numbers";
          };

          const choose = (id) => {
            for (const each of sections) each.hidden = each.id !== "table-" + id;
            if (table) table.value = id;
            filter();
          };

          document.addEventListener("focusin", (event) => {
            if (event.target.matches(".grid td > a")) show(event.target);
          });
          document.addEventListener("click", (event) => {
            const link = event.target.closest("a[href^='#t']");
            const cell = link && links().find((other) => other.hash === link.hash);
            if (!cell) return;
            event.preventDefault();
            go(link.matches(".grid td > a") ? link : cell);
          });
          document.addEventListener("keydown", (event) => {
            if (event.altKey || event.metaKey) return;
            const place = event.target;
            const isTyping = place.matches("input[type=search], select");
            if (event.key === "/" && !isTyping && !event.ctrlKey) { event.preventDefault(); query.focus(); query.select(); return; }
            if (place === query && event.key === "Enter") { event.preventDefault(); go(matches()[0]); return; }
            if (place === query && event.key === "Escape") { query.value = ""; filter(); return; }
            const detail = place.closest(".details article");
            if (detail && event.key === "Escape") {
              go(links().find((link) => link.hash === "#" + detail.id && link.hasAttribute("data-from")) ||
                links().find((link) => link.hash === "#" + detail.id));
              return;
            }
            if (!place.matches(".grid td > a")) return;
            const list = links(grid(place)), index = list.indexOf(place), row = all("a", place.closest("tr"));
            const last = list[list.length - 1];
            let next;
            switch (event.key) {
              case "ArrowRight": next = list[index + 1]; break;
              case "ArrowLeft": next = list[index - 1]; break;
              case "ArrowDown": next = vertical(place, true); break;
              case "ArrowUp": next = vertical(place, false); break;
              case "PageDown": next = far(place, true); break;
              case "PageUp": next = far(place, false); break;
              case "Home": next = event.ctrlKey ? list[0] : row[0]; break;
              case "End": next = event.ctrlKey ? last : row[row.length - 1]; break;
              case "n": next = event.ctrlKey ? undefined : step(place, 1); break;
              case "p": next = event.ctrlKey ? undefined : step(place, -1); break;
              case "o": next = links().find((link) => link.hash === place.hash && link !== place); break;
              case "Enter": case " ":
                event.preventDefault();
                for (const other of all("a[data-from]")) other.removeAttribute("data-from");
                place.setAttribute("data-from", "");
                article(place).focus();
                return;
              default: return;
            }
            if (event.ctrlKey && next === undefined) return;
            event.preventDefault();
            go(next);
          });
          query.form.addEventListener("submit", (event) => event.preventDefault());
          query.form.addEventListener("input", (event) => { if (event.target !== table) filter(); });
          if (table) table.addEventListener("change", () => choose(table.value));

          for (const each of sections) {
            for (const each_grid of all("table.grid", each)) {
              const first = all("td > a", each_grid)[0];
              if (first) rove(first);
            }
          }
          const wanted = /^#t([0-9]+)-[0-9]+$/.exec(location.hash);
          choose(wanted && byId("table-" + wanted[1]) ? wanted[1] : "1");
          const start = wanted && links().find((link) => link.hash === location.hash);
          if (start) {
            show(start);
            // The browser goes to what the address names, the details; the cell is what one wants to see.
            addEventListener("load", () => requestAnimationFrame(() => { start.scrollIntoView({ block: "center" }); go(start); }));
          }
        })();

        """
}
