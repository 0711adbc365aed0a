using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CityCalendar;

/// <summary>Makes a day off an ordinary day again.</summary>
public sealed record RemoveHoliday(DateOnly Date, int ExpectedVersion, bool Preview) : ICommand<CalendarEffect>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

internal sealed class RemoveHolidayHandler(CalendarDesk desk) : IRequestHandler<RemoveHoliday, CalendarEffect>
{
    public Task<CalendarEffect> Handle(RemoveHoliday request, CancellationToken cancellationToken) => desk.Edit(
        request.ExpectedVersion, request.Preview,
        draft => draft.Days.ContainsKey(request.Date) ? draft.WithoutDay(request.Date) : throw RuleViolation.NotFound(), cancellationToken);
}
