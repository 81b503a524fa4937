// A copy button for every command and example. Without this script the lines can still be selected.
for (const line of document.querySelectorAll('pre.curl')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', 'Copy these lines');
  const said = document.createElement('span');
  said.className = 'said';
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    const done = await copied(line);
    button.textContent = done ? 'Copied' : 'Press Ctrl+C';
    said.textContent = done ? 'Copied' : 'Selected; press Ctrl+C';
    setTimeout(() => {
      button.textContent = 'Copy';
      said.textContent = '';
    }, 2000);
  });
  line.before(button);
  line.after(said);
}

// The clipboard is open to secure origins only; elsewhere the line is selected for the reader to copy.
async function copied(line) {
  try {
    await navigator.clipboard.writeText(line.textContent.trim());
    return true;
  } catch {
    getSelection().selectAllChildren(line);
    return false;
  }
}
