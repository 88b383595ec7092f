/* The console's own script: keys, live list, confirmation, charts. Every page works without it. */
(() => {
  "use strict";
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const text = document.body.dataset;

  /* Rows: j and k move, Enter opens. The chosen row is remembered by id, so that a renewed list keeps it. */
  let chosen = "";
  const rows = () => all("tr[data-row]");

  function choose(row) {
    rows().forEach((other) => other.removeAttribute("aria-selected"));
    if (!row) {
      return;
    }
    row.setAttribute("aria-selected", "true");
    chosen = row.dataset.row;
    row.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    const list = rows();
    if (list.length === 0) {
      return;
    }
    const at = list.findIndex((row) => row.dataset.row === chosen);
    choose(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + step))]);
  }

  function open() {
    const row = rows().find((candidate) => candidate.dataset.row === chosen);
    const link = row && one("a[data-open]", row);
    if (link) {
      link.click();
    }
  }

  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable], dialog") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (isTyping(event.target)) {
      if (event.key === "Escape" && !event.target.closest("dialog")) {
        event.target.blur();
      }
      return;
    }
    const onControl = event.target.closest("a, button, summary") !== null;
    if (event.key === "j") {
      move(1);
    } else if (event.key === "k") {
      move(-1);
    } else if (event.key === "Enter" && !onControl) {
      open();
    } else if (event.key === "/" && one("[data-search]")) {
      event.preventDefault();
      one("[data-search]").focus();
    } else {
      const button = all("button[data-key]").find((candidate) => candidate.dataset.key === event.key);
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
  });

  /* Confirmation: a button with data-confirm asks before its form goes out. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-confirm]");
    if (!button || button.dataset.confirmed === "yes") {
      return;
    }
    event.preventDefault();
    const dialog = one("#confirm");
    one("[data-question]", dialog).textContent = button.dataset.confirm;
    dialog.returnValue = "";
    dialog.addEventListener(
      "close",
      () => {
        if (dialog.returnValue === "yes") {
          button.dataset.confirmed = "yes";
          button.click();
        } else {
          button.focus();
        }
      },
      { once: true }
    );
    dialog.showModal();
  });

  /* On a phone the filters stay folded until they are used. */
  if (window.matchMedia("(max-width: 720px)").matches) {
    all("details[data-narrowed='false']").forEach((box) => box.removeAttribute("open"));
  }

  /* Filters go out when chosen. */
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) {
      event.target.form.requestSubmit();
    }
  });

  /* The live list: rows that were not there before are marked and told to screen readers. */
  let known = null;
  const remember = () => {
    known = new Set(rows().map((row) => row.dataset.row));
  };
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target.id === "alert-list") {
      remember();
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "alert-list") {
      return;
    }
    const fresh = rows().filter((row) => known && !known.has(row.dataset.row));
    fresh.forEach((row) => row.classList.add("fresh"));
    if (fresh.length > 0) {
      one("#announce").textContent = text.fresh.replace("0", String(fresh.length));
    }
    const row = rows().find((candidate) => candidate.dataset.row === chosen);
    if (row) {
      row.setAttribute("aria-selected", "true");
    }
    draw();
  });
  const live = (lost) => {
    const mark = one("[data-live]");
    if (mark) {
      mark.classList.toggle("lost", lost);
      mark.textContent = lost ? mark.dataset.lost : mark.dataset.live;
    }
  };
  document.addEventListener("htmx:afterRequest", (event) => {
    live(!event.detail.successful);
    if (event.detail.xhr && event.detail.xhr.status === 401) {
      window.location.reload();
    }
  });
  document.addEventListener("htmx:configRequest", (event) => {
    if (document.hidden) {
      event.preventDefault();
    }
  });

  /* Charts: what to draw stands in data attributes; colours come from the sheet. */
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const level = (name) => colour({ RED: "--red-fill", ORANGE: "--orange-fill", YELLOW: "--yellow-fill", BLUE: "--blue-fill" }[name] || "--none");
  const font = () => ({ color: colour("--muted"), fontSize: 11, fontFamily: getComputedStyle(document.body).fontFamily });
  const tooltip = () => ({
    renderMode: "richText",
    confine: true,
    backgroundColor: colour("--card"),
    borderColor: colour("--line-strong"),
    textStyle: { color: colour("--ink"), fontSize: 12 }
  });
  const axis = () => ({
    axisLine: { lineStyle: { color: colour("--line-strong") } },
    axisTick: { show: false },
    axisLabel: font(),
    splitLine: { lineStyle: { color: colour("--line") } }
  });

  const options = {
    days: (data) => ({
      animation: false,
      grid: { left: 30, right: 10, top: 12, bottom: 22 },
      tooltip: { ...tooltip(), trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: { ...axis(), type: "category", data: data.days, splitLine: { show: false } },
      yAxis: { ...axis(), type: "value", minInterval: 1, axisLine: { show: false } },
      series: data.levels.map((series) => ({
        name: series.label,
        type: "bar",
        stack: "all",
        barMaxWidth: 22,
        itemStyle: { color: level(series.level) },
        data: series.counts
      }))
    }),
    parts: (data) => ({
      animation: false,
      grid: { left: 8, right: 44, top: 6, bottom: 6, containLabel: true },
      tooltip: { ...tooltip(), trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: { ...axis(), type: "value", max: data.most, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } },
      yAxis: { ...axis(), type: "category", inverse: true, data: data.kinds, axisLine: { show: false } },
      series: [
        {
          name: data.counted,
          type: "bar",
          barWidth: 14,
          itemStyle: { color: colour("--accent"), borderRadius: 3 },
          data: data.points,
          label: { show: true, position: "right", color: colour("--ink"), formatter: (point) => point.value + " / " + data.caps[point.dataIndex] },
          showBackground: true,
          backgroundStyle: { color: colour("--sunk"), borderRadius: 3 }
        }
      ]
    }),
    /* Times come as the clocks of the jurisdiction show them, written as UTC: the zone of the browser must not matter. */
    spread: (data) => ({
      useUTC: true,
      animation: false,
      grid: { left: 30, right: 14, top: 10, bottom: 22 },
      tooltip: { ...tooltip(), trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: { ...axis(), type: "time", splitLine: { show: false }, axisLabel: { ...font(), hideOverlap: true } },
      yAxis: { ...axis(), type: "value", minInterval: 1, axisLine: { show: false } },
      series: [
        {
          name: data.label,
          type: "bar",
          barMinWidth: 4,
          barMaxWidth: 22,
          itemStyle: { color: level(data.level) },
          data: data.bars
        }
      ]
    })
  };

  function draw() {
    if (!window.echarts) {
      return;
    }
    all("[data-chart]").forEach((box) => {
      const chart = window.echarts.getInstanceByDom(box) || window.echarts.init(box, null, { renderer: "canvas" });
      chart.setOption(options[box.dataset.chart](JSON.parse(box.dataset.values)), true);
    });
  }
  const redraw = () => all("[data-chart]").forEach((box) => {
    const chart = window.echarts && window.echarts.getInstanceByDom(box);
    if (chart) {
      chart.resize();
    }
  });
  window.addEventListener("resize", redraw);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
})();
