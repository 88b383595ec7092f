-- What a judgement rests on beside its reasons: changes of reading, frame, counterfactuals.
alter table alert add column insight jsonb not null default
    '{"changes":[],"frame":{"actor":{"field":"text","start":0,"end":0,"text":""},"person":"UNKNOWN","staff":false,
      "act":{"field":"text","start":0,"end":0,"text":""},"means":{"field":"text","start":0,"end":0,"text":""},
      "target":{"field":"text","start":0,"end":0,"text":""},"place":{"field":"text","start":0,"end":0,"text":""},
      "times":[],"modes":[],"parser":"words"},"counterfactuals":[],"nearby":[]}';
alter table alert alter column insight drop default;
