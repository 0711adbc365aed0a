using System.ComponentModel.DataAnnotations;
using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CityCalendar;

/// <summary>A day off as decreed.</summary>
public sealed record NewHoliday
{
    [Required(ErrorMessage = "required")]
    [MaxLength(Holiday.NameMax, ErrorMessage = "too_long")]
    public string Name { get; init; } = "";

    public required HolidayKind Kind { get; init; }

    /// <summary>The decree behind it.</summary>
    [MaxLength(Holiday.SourceMax, ErrorMessage = "too_long")]
    public string? Source { get; init; }
}

/// <summary>Makes a day free, or names it anew.</summary>
public sealed record ChangeHoliday(DateOnly Date, NewHoliday Day, int ExpectedVersion, bool Preview) : ICommand<CalendarEffect>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

internal sealed class ChangeHolidayHandler(CalendarDesk desk) : IRequestHandler<ChangeHoliday, CalendarEffect>
{
    public Task<CalendarEffect> Handle(ChangeHoliday request, CancellationToken cancellationToken)
    {
        desk.RequireYear(request.Date, "date");
        var day = new Holiday(request.Date, request.Day.Name.Trim(), request.Day.Kind) { Source = request.Day.Source?.Trim() };
        return desk.Edit(request.ExpectedVersion, request.Preview, draft => draft.With(day), cancellationToken);
    }
}
