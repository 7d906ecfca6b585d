// Runs in the page: goes to an address and answers the milliseconds until it is painted. Plain JavaScript, because
// scripts of this folder know no document.
(address) => {
  const main = document.querySelector('main');
  const before = main?.firstElementChild;
  const isDrawn = () =>
    main?.firstElementChild !== before &&
    (main?.querySelector('h1')?.textContent ?? '') !== '' &&
    main?.querySelector('.mantine-Loader-root') === null &&
    main.querySelector('tbody tr, li') !== null;
  // A message is handed over once the frame is painted.
  const afterPaint = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const taken = () => performance.now() - started;
    const look = () => {
      if (isDrawn()) afterPaint(() => resolve(taken()));
      else if (taken() > 20_000) reject(new Error(`${address} was not drawn`));
      else requestAnimationFrame(look);
    };
    const link = document.querySelector(`nav a[href$="#${address}"]`);
    if (link) link.click();
    else window.location.hash = address;
    requestAnimationFrame(look);
  });
};
