using KediriLapor.Harness;

namespace KediriLapor.House.Tests.Contract;

/// <summary>Inside v1 the contract only adds: a client that was built on what was released last goes on as it is (docs/api-changelog.md).</summary>
public sealed class ReleasedTests
{
    private static readonly string Released = Path.Combine(Source.Root, "tests/House.Tests/Contract/released.txt");

    private Promises served = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        await using var api = await ApiHost.StartAsync();
        using var client = api.NewClient();
        served = Promises.Of(await ContractDocument.Read(client));
    }

    /// <summary><c>RELEASE_CONTRACT=1 dotnet test tests/House.Tests</c>, when a version goes out, makes what is served the promise.</summary>
    [Test]
    public async Task Nothing_that_was_released_is_taken_back()
    {
        if (Environment.GetEnvironmentVariable("RELEASE_CONTRACT") == "1")
        {
            await File.WriteAllTextAsync(Released, served.ToString());
        }

        var promised = Promises.Read(await File.ReadAllTextAsync(Released));
        Assert.That(promised.ToString(), Is.Not.Empty);
        Assert.That(promised.BrokenBy(served), Is.Empty);
    }

    [TestCase("schema A.name: string\n", "schema A.name: integer(int32)\n", "no more: schema A.name: string", TestName = "A field of another type")]
    [TestCase("schema A value one\n", "", "no more: schema A value one", TestName = "A value that is gone")]
    [TestCase("operation x GET /x\n", "operation x GET /y\n", "no more: operation x GET /x", TestName = "An operation that has moved")]
    [TestCase("schema A.a: string\n", "schema A.a: string\nschema A.b: string\nneeds schema A.b\n", "new: needs schema A.b", TestName = "A field that has to be sent now")]
    [TestCase("operation x GET /x\n", "operation x GET /x\noperation x query q: string\nneeds operation x query q\n", "new: needs operation x query q", TestName = "A parameter that has to be sent now")]
    public void Is_a_breach(string promised, string now, string breach) => Assert.That(Promises.Read(promised).BrokenBy(Promises.Read(now)), Is.EqualTo(new[] { breach }));

    [TestCase("schema A.a: string\nneeds schema A.a\n", "schema A.a: string\n", TestName = "What need not be sent any more")]
    [TestCase("schema A.a: string\n", "schema A.a: string\nschema B.b: string\nneeds schema B.b\n", TestName = "Another schema with needs of its own")]
    [TestCase("schema A.a: string\n", "schema A.a: string\nschema A.b: string\n", TestName = "One field more")]
    public void Is_no_breach(string promised, string now) => Assert.That(Promises.Read(promised).BrokenBy(Promises.Read(now)), Is.Empty);
}
