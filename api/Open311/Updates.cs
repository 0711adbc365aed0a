using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Open311;

/// <summary>The updates extension as it stands on the wire.</summary>
internal static class Updates
{
    public const string Root = "service_request_updates";
    public const string Item = "request_update";

    /// <summary>Of as many that come at the same instant each is taken: whoever loses a round lost it to one that is through.</summary>
    private const int Tries = 10;

    public static Tree Of(RequestUpdate update) => Tree.Record(
        ("update_id", Tree.Of(update.Id)), ("service_request_id", Tree.Of(update.RequestId.ToString())), ("status", Tree.Of(update.Status)),
        ("updated_datetime", Tree.Of(update.At)), ("description", Tree.Of(update.Description)), ("media_url", Tree.Of((string?)null)));

    public static TakeUpdate Read(Parameters sent)
    {
        sent.Require("update_id");
        _ = Instants.Read(sent.Require("updated_datetime"), "updated_datetime");
        return new TakeUpdate(
            Open311Api.RequestId(sent.Require("service_request_id")), sent.Words("update_id", ReceivedUpdate.UpdateIdMax)!, WantedStatuses.Read(sent["status"]),
            sent.Words("description", Report.NoteMax), []);
    }

    /// <exception cref="Unavailable">The report would not stand still.</exception>
    public static async Task<TakenUpdate> Send(ICommand<TakenUpdate> update, IMediator mediator, CancellationToken ct)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            try
            {
                return await mediator.Send(update, ct);
            }
            catch (RuleViolation stale) when (stale.Code == "stale_version")
            {
                // decided anew, by what the report has become
            }
        }

        throw new Unavailable("unavailable", retryAfter: 1);
    }
}
