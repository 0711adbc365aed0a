using KediriLapor.Accounts;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.CityCalendar;

/// <summary>The days off and the office hours that deadlines are counted on: every member of staff reads them, an admin edits them.</summary>
public static class CalendarApi
{
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services.AddScoped<CalendarDesk>().AddScoped<DeadlineForecast>();

    public static void MapCalendar(this IEndpointRouteBuilder api)
    {
        var calendar = api.MapGroup("/admin/calendar").WithTags("Calendar");
        calendar.MapGet("", Show).WithName("showCalendar").RequireStaff().AllowsQuery("year");
        calendar.MapGet("/changes", Changes).WithName("listCalendarChanges").RequirePermission(Permission.ManageReferenceData, Permission.ReadAuditLog)
            .AllowsQuery("pageSize", "after");

        var edits = calendar.MapGroup("").RequirePermission(Permission.ManageReferenceData).AllowsQuery("preview");
        edits.MapPut("/{date:datetime}", ChangeDay).WithName("changeHoliday").Refuses(400, 404, 412, 422, 428);
        edits.MapDelete("/{date:datetime}", RemoveDay).WithName("removeHoliday").Refuses(400, 404, 412, 428);
        edits.MapPut("/office-hours/{validFrom:datetime}", ChangeHours).WithName("changeOfficeHours").Refuses(400, 404, 412, 422, 428);
        edits.MapDelete("/office-hours/{validFrom:datetime}", RemoveHours).WithName("removeOfficeHours").Refuses(400, 404, 412, 428);
        edits.MapPost("/import", Import).WithName("importCalendar").DisableAntiforgery().Refuses(400, 412, 422, 428);
    }

    private static async Task<Ok<CalendarYear>> Show(HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? year = null)
    {
        var calendar = await mediator.Send(new ShowCalendar(year), cancellationToken);
        ETag.Set(http.Response, calendar.Version);
        return TypedResults.Ok(calendar);
    }

    private static async Task<Ok<Page<CalendarChangeItem>>> Changes(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListCalendarChanges(Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<CalendarEffect>> ChangeDay(DateOnly date, NewHoliday day, HttpContext http, IMediator mediator, CancellationToken cancellationToken, bool preview = false) =>
        Effect(http, await mediator.Send(new ChangeHoliday(date, day, ETag.Expected(http.Request), preview), cancellationToken));

    private static async Task<Ok<CalendarEffect>> RemoveDay(DateOnly date, HttpContext http, IMediator mediator, CancellationToken cancellationToken, bool preview = false) =>
        Effect(http, await mediator.Send(new RemoveHoliday(date, ETag.Expected(http.Request), preview), cancellationToken));

    private static async Task<Ok<CalendarEffect>> ChangeHours(
        DateOnly validFrom, NewOfficeHours hours, HttpContext http, IMediator mediator, CancellationToken cancellationToken, bool preview = false) =>
        Effect(http, await mediator.Send(new ChangeOfficeHours(validFrom, hours, ETag.Expected(http.Request), preview), cancellationToken));

    private static async Task<Ok<CalendarEffect>> RemoveHours(DateOnly validFrom, HttpContext http, IMediator mediator, CancellationToken cancellationToken, bool preview = false) =>
        Effect(http, await mediator.Send(new RemoveOfficeHours(validFrom, ETag.Expected(http.Request), preview), cancellationToken));

    private static async Task<Ok<CalendarEffect>> Import(IFormFile file, HttpContext http, IMediator mediator, CancellationToken cancellationToken, bool preview = false)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return Effect(http, await mediator.Send(new ImportCalendar(content.ToArray(), ETag.Expected(http.Request), preview), cancellationToken));
    }

    private static Ok<CalendarEffect> Effect(HttpContext http, CalendarEffect effect)
    {
        ETag.Set(http.Response, effect.Version);
        return TypedResults.Ok(effect);
    }
}
