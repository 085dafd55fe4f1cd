// A component of React 19 in TypeScript: read by the compiler alone, to hold react.d.ts to it.
import "mindset-mirror";
import type {} from "mindset-mirror/react";
import { useRef } from "react";
import type { MindsetMirror } from "mindset-mirror";

export function Questionnaire({ theme }: { theme: "light" | "dark" }) {
  const element = useRef<MindsetMirror>(null);
  return (
    <mindset-mirror
      ref={element}
      className="wide"
      lang="en"
      base="https://coach.example/mindset/"
      heading-level={2}
      theme={theme}
      onmindset-ready={() => void element.current?.start()}
      onmindset-complete={(event) => console.log(event.detail.attemptId)}
    >
      <a href="https://coach.example/mindset/">Open the questionnaire</a>
    </mindset-mirror>
  );
}

// @ts-expect-error no such theme
export const wrong = <mindset-mirror theme="sepia" />;
