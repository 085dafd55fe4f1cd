// Notes every message that the page in the frame sends the element, as a curious host could by
// taking the element's place.
window.received = [];
const Channel = MessageChannel;
window.MessageChannel = class {
  constructor() {
    const channel = new Channel();
    channel.port1.addEventListener("message", ({ data }) => received.push(data));
    return channel;
  }
};
