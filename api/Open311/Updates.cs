using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Open311;

/// <summary>The updates extension as it stands on the wire.</summary>
internal static class Updates
{
    public const string Root = "service_request_updates";
    public const string Item = "request_update";

    /// <summary>Somebody else moved the report at the same instant: what to do is decided anew.</summary>
    private const int Tries = 3;

    public static Tree Of(RequestUpdate update) => Tree.Record(
        ("update_id", Tree.Of(update.Id)), ("service_request_id", Tree.Of(update.RequestId.ToString())), ("status", Tree.Of(update.Status)),
        ("updated_datetime", Tree.Of(update.At)), ("description", Tree.Of(update.Description)), ("media_url", Tree.Of((string?)null)));

    public static TakeUpdate Read(Parameters sent)
    {
        var (id, description) = (sent.Require("update_id"), sent["description"]?.Trim());
        _ = Instants.Read(sent.Require("updated_datetime"), "updated_datetime");
        return id.Length > ReceivedUpdate.UpdateIdMax ? throw new Refusal($"update_id: at most {ReceivedUpdate.UpdateIdMax} characters")
            : description is { Length: > Report.NoteMax } ? throw new Refusal($"description: at most {Report.NoteMax} characters")
            : new TakeUpdate(Open311Api.RequestId(sent.Require("service_request_id")), id, WantedStatuses.Read(sent["status"]), description, []);
    }

    public static async Task<TakenUpdate> Send(TakeUpdate update, IMediator mediator, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await mediator.Send(update, ct);
            }
            catch (RuleViolation stale) when (stale.Code == "stale_version" && tried < Tries)
            {
                // decided anew below
            }
        }
    }
}
