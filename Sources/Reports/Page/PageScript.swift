/// The script of a report: values under the pointer, tables that sort, details that open for print.
enum PageScript {
  static let javaScript = #"""
    (() => {
    "use strict";
    const months = ["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"];

    function dateText(day) {
      const d = new Date(day * 864e5);
      return `${d.getUTCDate()} ${months[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
    }

    function numberText(value, format) {
      if (value === null || value === undefined) return "–";
      const digits = Math.abs(value * format.factor).toLocaleString("en-US",
        { minimumFractionDigits: format.decimals, maximumFractionDigits: format.decimals });
      const sign = value < 0 && /[1-9]/.test(digits) ? "−" : "";
      return sign + format.prefix + digits + format.suffix;
    }

    function nearest(days, day) {
      let low = 0, high = days.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (days[middle] < day) low = middle + 1; else high = middle;
      }
      return low > 0 && day - days[low - 1] < days[low] - day ? low - 1 : low;
    }

    function shape(svg, name, attributes) {
      const element = document.createElementNS(svg.namespaceURI, name);
      for (const key in attributes) element.setAttribute(key, attributes[key]);
      svg.appendChild(element);
      return element;
    }

    function tipRow(series, text) {
      const row = document.createElement("div"), name = document.createElement("span"), value = document.createElement("span");
      const swatch = document.createElement("i");
      swatch.className = series.style;
      name.append(swatch, series.name);
      value.textContent = text;
      row.append(name, value);
      return row;
    }

    function follow(figure, svg, data) {
      const [left, top, right, bottom, first, last, low, high] = svg.dataset.plot.split(" ").map(Number);
      const x = day => left + (day - first) / (last - first) * (right - left);
      const y = value => bottom - (value - low) / (high - low) * (bottom - top);
      let marks = [], tip = null, shown = -1;

      function clear() {
        marks.forEach(mark => mark.remove());
        if (tip) tip.remove();
        marks = []; tip = null; shown = -1;
      }

      function show(index) {
        if (index === shown) return;
        clear();
        shown = index;
        const at = x(data.days[index]);
        marks.push(shape(svg, "line", { class: "cursor", x1: at, x2: at, y1: top, y2: bottom }));
        tip = document.createElement("div");
        tip.className = "tip";
        const date = document.createElement("b");
        date.textContent = dateText(data.days[index]);
        tip.append(date);
        for (const series of data.series) {
          const value = series.values[index], upper = series.upper && series.upper[index];
          if (value === undefined || value === null) continue;
          tip.append(tipRow(series, numberText(value, data.format) + (series.upper ? " to " + numberText(upper, data.format) : "")));
          if (series.dot) marks.push(shape(svg, "circle", { class: "spot " + series.style, cx: at, cy: y(value), r: 4 }));
        }
        figure.append(tip);
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        const beside = at * scale + 14;
        const fits = beside + tip.offsetWidth <= figure.clientWidth;
        tip.style.left = Math.max(0, fits ? beside : at * scale - tip.offsetWidth - 14) + "px";
        tip.style.top = top * scale + "px";
      }

      svg.addEventListener("pointermove", event => {
        const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
        const px = (event.clientX - box.left) / scale, py = (event.clientY - box.top) / scale;
        if (px < left - 8 || px > right + 8 || py < top - 8 || py > bottom + 8) return clear();
        show(nearest(data.days, first + (px - left) / (right - left) * (last - first)));
      });
      svg.addEventListener("pointerleave", clear);
      svg.tabIndex = 0;
      svg.addEventListener("blur", clear);
      svg.addEventListener("keydown", event => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (!step) return;
        event.preventDefault();
        show(shown < 0 ? data.days.length - 1 : Math.min(data.days.length - 1, Math.max(0, shown + step)));
      });
    }

    function sort(table, column, button) {
      const heading = button.parentElement, body = table.tBodies[0];
      const numeric = [...body.rows].some(row => row.cells[column].dataset.v !== undefined);
      const current = heading.getAttribute("aria-sort");
      const direction = current ? (current === "ascending" ? -1 : 1) : numeric ? -1 : 1;
      const key = row => {
        const cell = row.cells[column];
        if (!numeric) return cell.textContent;
        return cell.dataset.v ? Number(cell.dataset.v) : NaN;
      };
      const compare = (a, b) => {
        const p = key(a), q = key(b);
        if (!numeric) return direction * p.localeCompare(q);
        if (isNaN(p) || isNaN(q)) return isNaN(p) - isNaN(q);
        return direction * (p - q);
      };
      [...body.rows].sort(compare).forEach(row => body.append(row));
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    }

    for (const figure of document.querySelectorAll("figure.picture")) {
      const script = figure.querySelector("script");
      if (!script) continue;
      const data = JSON.parse(script.textContent);
      figure.querySelectorAll("svg[data-plot]").forEach(svg => follow(figure, svg, data));
    }
    for (const table of document.querySelectorAll("table.sortable")) {
      table.querySelectorAll("th button").forEach((button, column) =>
        button.addEventListener("click", () => sort(table, column, button)));
    }
    addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(details => { details.open = true; }));
    })();

    """#
}
