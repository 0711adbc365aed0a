using System.Net;
using System.Text.Json;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests;

/// <summary>What every refusal has to be, said once.</summary>
internal static class Answers
{
    /// <summary>RFC 9457 with this status and code, naming the field where one is at fault; nobody stores it, and it tells no inside.</summary>
    public static void IsProblem(this Answer answer, HttpStatusCode status, string code, string? field = null)
    {
        Assert.That((answer.Status, answer.ContentType, answer.Code), Is.EqualTo((status, "application/problem+json", code)), answer.Text);
        Assert.That(answer.Header("Cache-Control"), Does.Contain("no-store"));
        Assert.That(answer.Text, Does.Not.Contain("Exception").And.Not.Contain("   at ").And.Not.Contain("Npgsql"));
        Assert.That(answer.Body.GetProperty("traceId").GetString(), Is.Not.Empty);
        if (field is not null)
        {
            Assert.That(answer.Body.TryGetProperty("errors", out var errors), Is.True, answer.Text);
            Assert.That(errors.EnumerateObject().Select(error => error.Name), Does.Contain(field), answer.Text);
        }
    }

    public static void HasStatus(this Answer answer, HttpStatusCode status) => Assert.That(answer.Status, Is.EqualTo(status), answer.Text);

    /// <summary>The code or plain value of a property: <c>agency</c> of a report is <c>{code,name}</c>.</summary>
    public static string? Value(this JsonElement json, string property) => json.GetProperty(property) switch
    {
        { ValueKind: JsonValueKind.Object } named => named.GetProperty("code").GetString(),
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        var other => other.GetRawText(),
    };

    public static string?[] Values(this JsonElement json, string list, string property) =>
        [.. json.GetProperty(list).EnumerateArray().Select(item => item.Value(property))];
}
