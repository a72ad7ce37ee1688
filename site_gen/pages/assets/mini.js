/* The panel: what was typed is kept for the way back from an entry that opens in it. */
addEventListener('pagehide', () => {
  'use strict';

  try {
    sessionStorage.setItem('glossary.panel', location.hash);
  } catch {
    // the way back then leads to an empty box
  }
});
