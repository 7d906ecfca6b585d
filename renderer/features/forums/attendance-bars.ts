/** @file Where the bars of the attendance chart stand, so that the drawing itself decides nothing. */
import type { ForumDashboard } from '#shared/contract/forums.ts';

type Meeting = ForumDashboard['attendance'][number];

export type ChartBox = {
  readonly width: number;
  readonly height: number;
  /** Room for the numbers of the axis, at the side where reading begins, and for the labels beneath. */
  readonly axis: number;
  readonly foot: number;
  readonly head: number;
};

export type AttendanceBar = {
  readonly meeting: Meeting;
  /** Middle of the bar. */
  readonly x: number;
  /** Start and width of the bar itself. */
  readonly from: number;
  readonly width: number;
  /** Heights in the drawing: of the women, and of all others who came, who stand on them. */
  readonly women: number;
  readonly others: number;
  /** Where the line of the expected members lies. */
  readonly expectedY: number;
};

export type AttendanceChart = {
  readonly bars: readonly AttendanceBar[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly floor: number;
};

/** The oldest meeting stands where reading begins; `mirrored` in languages that are read from the right. */
export function attendanceChart(meetings: readonly Meeting[], box: ChartBox, mirrored: boolean): AttendanceChart {
  const floor = box.height - box.foot;
  const step = tickStep(Math.max(1, ...meetings.map(({ expected, present }) => Math.max(expected, present))));
  const top = step * tickCount;
  const scale = (floor - box.head) / top;
  const slot = (box.width - box.axis) / Math.max(1, meetings.length);
  const bars = meetings.map((meeting, index): AttendanceBar => {
    const x = box.axis + slot * (index + 0.5);
    const width = Math.min(36, slot * 0.6);
    const middle = mirrored ? box.width - x : x;
    return {
      meeting,
      x: middle,
      from: middle - width / 2,
      width,
      women: meeting.women * scale,
      others: Math.max(0, meeting.present - meeting.women) * scale,
      expectedY: floor - meeting.expected * scale,
    };
  });
  const ticks = Array.from({ length: tickCount + 1 }, (_, n) => ({ value: n * step, y: floor - n * step * scale }));
  return { bars, ticks, floor };
}

const tickCount = 4;

/** Whole people, in steps that read well. */
const tickStep = (most: number): number => {
  const least = Math.ceil(most / tickCount);
  return [1, 2, 5, 10, 15, 20, 25].find((step) => step >= least) ?? Math.ceil(least / 10) * 10;
};
