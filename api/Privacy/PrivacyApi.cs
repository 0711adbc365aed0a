using KediriLapor.Accounts;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Privacy;

/// <summary>Personal data: read with a reason and a trace, and one's own to get, correct and erase.</summary>
public static class PrivacyApi
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.AddScheduled<AnonymiseClosedReports>("0 30 2 * * ?");

    public static void MapPrivacy(this IEndpointRouteBuilder api)
    {
        var privacy = api.MapGroup("").WithTags("Privacy");
        // POST, because every reading writes a row of the log
        privacy.MapPost("/reports/{id:guid}/contact-readings", Read).WithName("readContact").RequirePermission(Permission.ReadContacts).Refuses(400, 404);
        privacy.MapGet("/audit/access", List).WithName("listContactReadings").RequirePermission(Permission.ReadAuditLog)
            .AllowsQuery("report", "account", "since", "until", "pageSize", "after").Refuses(400);
        privacy.MapGet("/audit/privacy-acts", ListActs).WithName("listPrivacyActs").RequirePermission(Permission.ReadAuditLog)
            .AllowsQuery("report", "pageSize", "after").Refuses(400);
        privacy.MapGet("/audit/views", ListViews).WithName("listAuditViews").RequirePermission(Permission.ReadAuditLog).AllowsQuery("pageSize", "after").Refuses(400);

        var own = privacy.MapGroup("/tracking/{trackingCode}/personal-data");
        own.MapGet("", Show).WithName("showPersonalData").AllowAnyone().AllowsQuery().Refuses(404);
        own.MapPut("", Correct).WithName("correctPersonalData").AllowAnyone().Refuses(400, 404, 409, 412, 422);
        own.MapDelete("", Erase).WithName("erasePersonalData").AllowAnyone().Refuses(404, 409, 412);
    }

    private static async Task<Ok<Contact>> Read(Guid id, ContactPurpose purpose, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadContact(id, purpose.Reason), cancellationToken));

    private static async Task<Ok<Page<ContactReadingItem>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        Guid? report = null, Guid? account = null, DateTimeOffset? since = null, DateTimeOffset? until = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListContactReadings(report, account, since, until, Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<Page<PrivacyActItem>>> ListActs(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, Guid? report = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListPrivacyActs(report, Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<Page<AuditViewItem>>> ListViews(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListAuditViews(Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<PersonalDataHeld>> Show(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowPersonalData(trackingCode, ReporterDoor.SecretOf(http.Request)), cancellationToken));

    private static async Task<Ok<Contact>> Correct(
        string trackingCode, ReporterDetails reporter, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CorrectPersonalData(trackingCode, ReporterDoor.SecretOf(http.Request), reporter), cancellationToken));

    private static async Task<NoContent> Erase(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ErasePersonalData(trackingCode, ReporterDoor.SecretOf(http.Request)), cancellationToken);
        return TypedResults.NoContent();
    }
}
