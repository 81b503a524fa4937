// Shows the response of each example below its command, when the example comes into view. Without this script the links
// still open the responses.
const watcher = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
  watcher.unobserve(entry.target);
  show(entry.target.querySelector('.answer'));
}), { rootMargin: '400px' });

document.querySelectorAll('.example:has(.answer)').forEach(example => watcher.observe(example));

async function show(place) {
  place.hidden = false;
  place.textContent = '…';
  try {
    const response = await fetch(place.dataset.path);
    place.textContent = JSON.stringify(await response.json(), null, 2);
  } catch (failure) {
    place.textContent = `No response: ${failure.message}`;
  }
}
