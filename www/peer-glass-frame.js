// For a page that holds frame.html in iframes: each gets the height that its own figure says it has.
(() => {
  const frames = () => [...document.querySelectorAll('iframe[src*="frame.html"]')];
  addEventListener("message", ({ data, source, origin }) => {
    if (data?.type !== "peer-glass-height" || !(data.height > 0)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame && new URL(frame.src).origin === origin) frame.style.height = `${Math.ceil(data.height)}px`;
  });
  // What was said before this script was here.
  for (const { contentWindow } of frames()) contentWindow.postMessage({ type: "peer-glass-height" }, "*");
})();
