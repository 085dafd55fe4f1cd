// Loads the page anew once there is a newer build than the one that the page came from.
const { searchParams, origin } = new URL(document.currentScript.src);

async function wait() {
  try {
    const answer = await fetch(`${origin}/rebuilt/${searchParams.get("build")}`);
    if (answer.ok) return location.reload();
  } catch {
    // The server has ended; it may be started again.
  }
  setTimeout(wait, 1000);
}
wait();
