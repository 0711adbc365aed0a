namespace KediriLapor.Mobmas.Model;

/// <summary>A car's state from one instant on.</summary>
public sealed record CarStateSince(DateTimeOffset At, CarState State);

/// <summary>For how many hours a car could be had, replayed from its history: nobody keeps a counter that could drift.</summary>
public static class CarStanding
{
    /// <summary>Hours of service within whole days in which the car was available.</summary>
    /// <param name="states">In order; before the first of them there was no car.</param>
    /// <param name="last">The last day, in it.</param>
    public static double AvailableHours(IReadOnlyList<CarStateSince> states, DateOnly first, DateOnly last)
    {
        var hours = 0.0;
        for (var i = 0; i < states.Count; i++)
        {
            if (states[i].State == CarState.Available)
            {
                var until = i + 1 < states.Count ? states[i + 1].At : DateTimeOffset.MaxValue;
                hours += Within(new TimeSlot(states[i].At, until), first, last);
            }
        }

        return hours;
    }

    private static double Within(TimeSlot span, DateOnly first, DateOnly last)
    {
        var hours = 0.0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var open = CarHours.Of(day);
            var (from, until) = (span.From > open.From ? span.From : open.From, span.Until < open.Until ? span.Until : open.Until);
            hours += until > from ? (until - from).TotalHours : 0;
        }

        return hours;
    }
}
