using System.Net;
using System.Text.Json;
using KediriLapor.CallCentre;
using KediriLapor.CallCentre.Dispatches;
using KediriLapor.CallCentre.Model;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.CallCentre;

/// <summary>An operator at the desk of 112.</summary>
internal sealed class Desk(Person taker)
{
    public const string Calls = "/api/v1/calls";

    public const string Dispatches = "/api/v1/dispatches";

    public static readonly NewDispatch Fire = new() { ServiceCode = "DAR-KEBAKARAN", Location = Given.InBandarLor, Place = "Belakang pasar", Note = "Tabung gas di dalam.", Units = ["SATPOLPP", "DLHKP"] };

    public Person Taker => taker;

    public Task<Answer> LogAsync(NewCall call, Guid? key = null) => taker.PostAsync(Calls, call, Key(key));

    public async Task<JsonElement> CallAsync(CallKind kind, string? phone = null) => Made(await LogAsync(new NewCall { Kind = kind, Phone = phone }));

    public Task<Answer> SendAsync(NewDispatch dispatch, Guid? key = null) => taker.PostAsync(Dispatches, dispatch, Key(key));

    public async Task<JsonElement> FireAsync(NewDispatch? dispatch = null) => Made(await SendAsync(dispatch ?? Fire));

    public static string Path(JsonElement dispatch, string below = "") => $"{Dispatches}/{dispatch.GetProperty("id").GetGuid()}{below}";

    public static string CallPath(JsonElement call, string below = "") => $"{Calls}/{call.GetProperty("id").GetGuid()}{below}";

    public static int Version(JsonElement thing) => thing.GetProperty("version").GetInt32();

    public static (string, string) Key(Guid? key = null) => ("Idempotency-Key", (key ?? Guid.CreateVersion7()).ToString());

    private static JsonElement Made(Answer answer)
    {
        answer.HasStatus(HttpStatusCode.Created);
        return answer.Body;
    }
}
