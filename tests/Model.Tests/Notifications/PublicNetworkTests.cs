using System.Net;
using KediriLapor.Platform;

namespace KediriLapor.Model.Tests.Notifications;

public sealed class PublicNetworkTests
{
    [TestCase("127.0.0.1")]
    [TestCase("0.0.0.0")]
    [TestCase("10.1.2.3")]
    [TestCase("100.64.0.1")]
    [TestCase("169.254.169.254")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("64:ff9b::7f00:1")]
    [TestCase("fc00::1")]
    [TestCase("fe80::1")]
    [TestCase("ff02::1")]
    [TestCase("2002:7f00:1::")]
    [TestCase("2001:0:1::1")]
    public void An_address_of_somebodys_own_network_is_not_public(string address) => Assert.That(PublicNetwork.IsPublic(IPAddress.Parse(address)), Is.False);

    [TestCase("8.8.8.8")]
    [TestCase("172.32.0.1")]
    [TestCase("::ffff:8.8.8.8")]
    [TestCase("2606:4700::1111")]
    public void An_address_of_the_internet_is(string address) => Assert.That(PublicNetwork.IsPublic(IPAddress.Parse(address)), Is.True);

    [TestCase("http://127.0.0.1:9/")]
    [TestCase("http://localhost:9/")]
    [TestCase("http://①②⑦.⓪.⓪.①:9/")]
    [TestCase("http://127。0。0。1:9/")]
    [TestCase("http://2130706433:9/")]
    [TestCase("http://[::1]:9/")]
    public void Nobody_is_called_there_by_whatever_name(string address)
    {
        using var client = new HttpClient(PublicNetwork.Handler(allowLoopback: false));
        var failure = Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(address)))!;
        Assert.That(failure.ToString(), Does.Contain("not public").Or.Contain("Name or service").Or.Contain("No such host"));
    }
}
